using Notebooks.Sessions.Messages;

namespace Engine.Tests.Sessions;

/// <summary>Values and exceptions whose own members throw, never return, or call themselves without end.</summary>
public sealed class HostileTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("throw new Exception(\"m\")", "(E.Message throws Exception)")]
    [InlineData("throw this", "(E.Message throws E)")]
    [InlineData("Message", "(E.Message throws InsufficientExecutionStackException)")]
    [InlineData("null", "")]
    [InlineData("F()", "(E.Message does not return)", "string F() { while (true) ; }")]
    [InlineData("F()", "(E.Message does not return)", "string F() { System.Threading.Thread.Sleep(-1); return \"\"; }")]
    public async Task An_exceptions_message(string message, string told, string member = "")
    {
        await session.Run("var kept = 42;");
        await session.Run($"class E : Exception {{ public override string Message => {message}; {member} }}");

        var error = (await session.Run("throw new E();")).Error;

        Assert.Equal(("E", told), (error.Name, error.Message));
        Assert.Equal([$"E: {told}", "   at the cell in test.ipynb, cell 3, line 1, column 1"], error.Traceback.Take(2));
        Assert.Equal("42", (await session.Run("kept.ToString()")).Text);
    }

    [Theory]
    [InlineData("throw new Exception(\"outer\", new E());", "caused by E: (E.Message throws E)")]
    [InlineData("throw new AggregateException(new E(), new E());", "AggregateException: (AggregateException.Message throws E)")]
    [InlineData("await Task.Run(() => throw new E());", "E: (E.Message throws E)")]
    [InlineData("throw new System.Reflection.TargetInvocationException(new E());", "E: (E.Message throws E)")]
    public async Task An_exception_of_which_every_member_throws(string code, string told)
    {
        await session.Run("""
            class E : Exception
            {
                public override string Message => throw this;
                public override string StackTrace => throw this;
                public override string Source => throw this;
                public override string HelpLink => throw this;
                public override System.Collections.IDictionary Data => throw this;
                public override Exception GetBaseException() => throw this;
                public override string ToString() => throw this;
                public override int GetHashCode() => throw this;
                public override bool Equals(object other) => throw this;
            }
            """);

        Assert.Contains(told, (await session.Run(code)).Error.Traceback);
        Assert.Equal("42", (await session.Run("\"42\"")).Text);
    }

    [Fact]
    public async Task A_hundred_thousand_causes_are_not_all_told()
    {
        var error = (await session.Run("""
            var e = new Exception("innermost");
            for (var i = 0; i < 100_000; i++)
                e = i % 2 == 0 ? new Exception($"{i}", e) : new AggregateException(e);
            throw e;
            """)).Error;

        Assert.Equal("99998", error.Message);
        Assert.Equal("… and more causes", error.Traceback[^1]);
    }

    [Fact]
    public async Task A_message_of_a_million_lines_is_cut() =>
        Assert.InRange((await session.Run("throw new Exception(new string('x', 10_000_000));")).Error.Message.Length, 100_000, 101_000);

    [Theory]
    [InlineData("new V()")]
    [InlineData("new[] { new V() }")]
    [InlineData("(new V(), 1)")]
    [InlineData("new { A = new V() }")]
    [InlineData("new Dictionary<string, V> { [\"a\"] = new V() }")]
    [InlineData("new T()")]
    [InlineData("display(new V());")]
    [InlineData("Console.WriteLine(new V());")]
    public async Task A_value_of_which_every_member_throws_fails_its_cell_alone(string code)
    {
        await session.Run("""
            class T : Exception { public override string Message => throw this; public override string ToString() => throw this; }
            class V
            {
                public int P => throw new T();
                public override string ToString() => throw new T();
                public override int GetHashCode() => throw new T();
                public override bool Equals(object other) => throw new T();
            }
            """);

        Assert.Contains("(T.Message throws T)", (await session.Run(code)).Error.Message, StringComparison.Ordinal);
        Assert.Equal("42", (await session.Run("\"42\"")).Text);
    }

    [Fact]
    public async Task A_property_that_calls_itself_is_shown_in_a_few_words()
    {
        var run = await session.Run("class V { public int P => P; }\nnew V()");

        Assert.Contains("(calls itself without end)", run.Html, StringComparison.Ordinal);
        Assert.InRange(run.Html!.Length, 1, 10_000);
    }

    [Fact]
    public async Task A_property_that_never_returns_can_be_interrupted()
    {
        // What shows the exception that stops it has been used before: on a busy machine the first time takes seconds.
        await session.Run("class W { public int P => throw new OperationCanceledException(); }\nnew W()");

        var run = await session.RunAndStop("class V { public int P { get { while (true) ; } } }\nnew V()");

        Assert.Equal(CellErrorNames.Interrupted, run.Error.Name);
        Assert.Equal("42", (await session.Run("\"42\"")).Text);
    }
}
