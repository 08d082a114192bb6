namespace Engine.Tests.Sessions;

public sealed class StateTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_cell_sees_what_earlier_cells_declared()
    {
        await session.Run("var x = 20; int Twice(int n) => 2 * n; record Point(int X, int Y);");

        Assert.Equal("(40, 3)", (await session.Run("$\"({Twice(x)}, {new Point(3, 4).X})\"")).Text);
    }

    [Fact]
    public async Task A_using_line_holds_for_later_cells_even_alone_in_its_cell()
    {
        await session.Run("using System.IO;");

        Assert.Equal("b", (await session.Run("Path.GetFileName(\"a/b\")")).Text);
    }

    [Fact]
    public async Task A_later_declaration_hides_an_earlier_one()
    {
        await session.Run("int x = 1;");
        await session.Run("string x = \"two\";");

        Assert.Equal("two", (await session.Run("x")).Text);
        Assert.Equal(["x"], session.Session.Variables.Select(variable => variable.Name));
    }

    [Fact]
    public async Task A_cell_that_throws_keeps_what_it_did_before()
    {
        await session.Run("var x = 1; x = 2; throw new Exception(\"stop\");");

        Assert.Equal("2", (await session.Run("x.ToString()")).Text);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_declares_nothing()
    {
        await session.Run("var x = 1;");
        await session.Run("var x = 2; var y = nonsense;");

        Assert.Equal("1", (await session.Run("x.ToString()")).Text);
    }

    [Fact]
    public async Task A_cell_may_await()
        => Assert.Equal("done", (await session.Run("await Task.Delay(1);\n\"done\"")).Text);

    [Fact]
    public async Task Waiting_for_a_task_inside_a_cell_does_not_block_it_forever() =>
        Assert.Equal("7", (await session.Run(
            "async Task<int> Seven() { await Task.Delay(1); return 7; }\nSeven().Result.ToString()")).Text);

    [Fact]
    public async Task What_a_library_keeps_per_thread_lasts_from_cell_to_cell()
    {
        await session.Run("static class PerThread { [ThreadStatic] public static int Value; }\nPerThread.Value = 5;");

        Assert.Equal("5", (await session.Run("PerThread.Value.ToString()")).Text);
    }

    [Fact]
    public async Task Two_sessions_know_nothing_of_each_other()
    {
        using var other = new TestSession();
        await session.Run("var secret = 1;");

        Assert.Contains("'secret' does not exist", (await other.Run("secret")).Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// only a comment")]
    [InlineData("")]
    [InlineData("int F() => 1;")]
    [InlineData("var x = 1;")]
    [InlineData("Console.Write(\"\")")]
    public async Task A_cell_without_a_last_expression_has_no_value(string code)
    {
        var run = await session.Run(code);

        Assert.True(run.Result.Succeeded);
        Assert.Null(run.Value);
    }

    [Fact]
    public async Task Exactly_the_usings_of_dotnet_interactive_are_open()
    {
        var run = await session.Run(
            "(new StringBuilder(), new ArrayList(), new List<int>(), Task.CompletedTask, new[] { 1 }.Sum(), HTML(\"\"))");

        Assert.True(run.Result.Succeeded);
        Assert.Contains("'File' does not exist", (await session.Run("File.Exists(\"\")")).Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public async Task Numbers_look_the_same_in_every_culture(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(culture);
        try
        {
            Assert.Equal("-1.5", (await session.Run("$\"{-1.5}\"")).Text);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
