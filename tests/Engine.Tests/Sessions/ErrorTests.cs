using Notebooks.Sessions.Messages;

namespace Engine.Tests.Sessions;

public sealed class ErrorTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_cell_that_does_not_compile_says_where_and_shows_the_line()
    {
        var error = (await session.Run("var x = 1;\nvar y = x + nonsense;")).Error;

        Assert.Equal(CellErrorNames.Compilation, error.Name);
        Assert.Equal(
            "test.ipynb, cell 1, line 2, column 13: error CS0103: The name 'nonsense' does not exist in the current context",
            error.Message);
        Assert.Equal([error.Message, "    2 | var y = x + nonsense;", "                    ^"], error.Traceback);
    }

    [Fact]
    public async Task Every_mistake_is_listed_but_not_a_flood()
    {
        var error = (await session.Run(string.Join('\n', Enumerable.Range(0, 14).Select(i => $"var b{i} = a{i};")))).Error;

        Assert.Contains("'a0'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'a9'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'a10'", error.Message, StringComparison.Ordinal);
        Assert.Equal("… and 4 more errors", error.Traceback[^1]);
    }

    [Fact]
    public async Task An_exception_says_where_in_the_cell_it_was_thrown_and_who_called()
    {
        await session.Run("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var error = (await session.Run("var zero = 0;\nDivide(1, zero)")).Error;

        Assert.Equal(("DivideByZeroException", "Attempted to divide by zero."), (error.Name, error.Message));
        Assert.Equal(
            [
                "DivideByZeroException: Attempted to divide by zero.",
                "   at Divide(Int32 a, Int32 b) in test.ipynb, cell 1, line 3, column 5",
                "    3 |     return a / b;",
                "            ^",
                "   at the cell in test.ipynb, cell 2, line 2, column 1",
            ],
            error.Traceback);
    }

    [Fact]
    public async Task Lines_count_from_the_top_of_the_cell_below_magic_commands_too()
    {
        var error = (await session.Run("#!time\n\n#!csharp\nnonsense")).Error;

        Assert.Contains("cell 1, line 4, column 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_runs_again_shows_the_lines_it_has_now()
    {
        await session.Session.ExecuteAsync(new CellRequest("void F()\n{\n    throw new Exception(\"old\");\n}", "a.ipynb", 7), _ =>
            { }, TestContext.Current.CancellationToken);
        await session.Session.ExecuteAsync(new CellRequest("// changed\n", "a.ipynb", 7), _ => { }, TestContext.Current.CancellationToken);

        Assert.Contains("    3 |     throw new Exception(\"old\");", (await session.Run("F()")).Error.Traceback);
    }

    [Fact]
    public async Task Exceptions_inside_exceptions_are_told_too()
    {
        var error = (await session.Run("throw new InvalidOperationException(\"outer\", new ArgumentException(\"inner\"));")).Error;

        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Contains("caused by ArgumentException: inner", error.Traceback);
    }

    [Fact]
    public async Task All_exceptions_of_parallel_work_are_told()
    {
        var error = (await session.Run("throw new AggregateException(new Exception(\"one\"), new Exception(\"two\"));")).Error;

        Assert.Equal(["caused by Exception: one", "caused by Exception: two"], error.Traceback
            .Where(line => line.StartsWith("caused", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("new int[0].AsParallel().Select(x => x).ToArray(); Task.Run(() => { throw new Exception(\"real\"); }).Wait();")]
    [InlineData(
        "typeof(Program).GetMethod(\"Throw\").Invoke(null, null);\npublic static class Program { public static void Throw() => throw new "
            + "Exception(\"real\"); }")]
    [InlineData("async Task Throw() { await Task.Delay(1); throw new Exception(\"real\"); }\nawait Throw();")]
    public async Task What_only_carries_an_exception_is_looked_through(string code)
    {
        var error = (await session.Run(code)).Error;

        Assert.Equal(("Exception", "real"), (error.Name, error.Message));
        Assert.Contains(error.Traceback, line => line.Contains("test.ipynb, cell 1, line", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_trace_shows_the_readers_calls_only()
    {
        var error = (await session.Run("new[] { 1, 0 }.Select(i => 1 / i).ToList()")).Error;

        Assert.Equal(
            [
                "DivideByZeroException: Attempted to divide by zero.",
                "   at a lambda in the cell in test.ipynb, cell 1, line 1, column 28",
                "    1 | new[] { 1, 0 }.Select(i => 1 / i).ToList()",
                "                                   ^",
                "   at the cell in test.ipynb, cell 1, line 1, column 1",
            ],
            error.Traceback);
    }

    // Each loop is compiled with a check in it, and a package directive is taken out: the reader knows of neither.
    [Theory]
    [InlineData("")]
    [InlineData("#i \"nuget: https://example.org/index.json\"\n")]
    public async Task The_column_is_the_readers_own_in_a_loop(string directive)
    {
        var error = (await session.Run($"{directive}foreach (var n in new[] {{ 1, 0 }}) Console.Write(1 / n);")).Error;
        var line = directive.Length == 0 ? 1 : 2;
        Assert.Equal($"   at the cell in test.ipynb, cell 1, line {line}, column 35", error.Traceback[1]);
    }

    [Fact]
    public async Task A_cell_after_a_failed_one_runs_as_if_nothing_had_been()
    {
        await session.Run("throw new Exception();");
        await session.Run("nonsense");

        Assert.Equal("fine", (await session.Run("\"fine\"")).Text);
    }
}
