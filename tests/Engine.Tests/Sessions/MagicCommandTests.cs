using Notebooks.Sessions.Messages;

namespace Engine.Tests.Sessions;

public sealed class MagicCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magic commands ");
    private readonly TestSession session;

    public MagicCommandTests() => session = new TestSession(folder.FullName);

    public void Dispose()
    {
        session.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("#!html\n<b>x</b>", "text/html", "<b>x</b>")]
    [InlineData("#!markdown\n# Title\n\ntext", "text/markdown", "# Title\n\ntext")]
    [InlineData("#!javascript\nalert(1)", "text/html", "<script type=\"text/javascript\">alert(1)</script>")]
    public async Task Lines_in_other_languages_are_shown_as_what_they_are(string code, string mimeType, string content)
    {
        var display = Assert.IsType<SessionEvent.Display>(Assert.Single((await session.Run(code)).Events));

        Assert.Equal(content, display.Data.Data[mimeType].ToString());
    }

    [Fact]
    public async Task A_cell_may_change_language_and_every_value_is_shown()
    {
        var run = await session.Run("\"one\"\n#!markdown\ntwo\n#!csharp\n\"three\"");

        Assert.Equal(["value:one", "display:two", "value:three"], run.All);
    }

    [Fact]
    public async Task Time_shows_how_long_the_cell_took()
    {
        var run = await session.Run("#!time\n\"done\"");

        Assert.Equal("value:done", run.All.First());
        Assert.Matches(@"^display:Wall time: [0-9.]+ms$", run.All.Last());
    }

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "fsharp")]
    [InlineData("#!nonsense", "nonsense")]
    public async Task An_unknown_command_is_an_error_that_lists_the_known_ones(string code, string name)
    {
        var error = (await session.Run(code)).Error;

        Assert.Equal(CellErrorNames.MagicCommand, error.Name);
        Assert.StartsWith($"#!{name} is not known here. Known are: #!C#, #!about, #!c#, #!csharp, #!html, #!import, ", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_without_what_it_needs_is_an_error_with_its_place()
    {
        var error = (await session.Run("\n#!set --value 1")).Error;

        Assert.Equal(CellErrorNames.MagicCommand, error.Name);
        Assert.Equal("test.ipynb, cell 1, line 2, column 1: error DNI104: Missing required parameter '--name'", error.Message);
    }

    [Fact]
    public async Task Nothing_after_an_unknown_command_runs() =>
        Assert.Empty((await session.Run("#!nonsense\nConsole.Write(\"ran\");")).Events);

    [Fact]
    public async Task Who_lists_the_variables()
    {
        await session.Run("var a = 1; var b = \"two\";");

        Assert.Matches(@"<pre>\[ a\s*, b\s*\]</pre>", Assert.Single((await session.Run("#!who")).Shown));
        var table = Assert.Single((await session.Run("#!whos")).Shown);
        Assert.Matches(@"<td>a</td><td>.*System.Int32.*</td><td>.*1.*</td>.*<td>b</td>.*System.String.*two", table);
    }

    [Fact]
    public async Task Lsmagic_lists_the_commands() =>
        Assert.Contains("#!whos", Assert.Single((await session.Run("#!lsmagic")).Shown), StringComparison.Ordinal);

    [Fact]
    public async Task Load_runs_a_file_and_errors_point_into_it()
    {
        await Write("helper.csx", "int Invert(int n)\n{\n    return 1 / n;\n}");
        var error = (await session.Run("#load \"helper.csx\"\nInvert(0)")).Error;

        Assert.Equal("   at Invert(Int32 n) in helper.csx, line 3, column 5", error.Traceback[1]);
        Assert.Equal("    3 |     return 1 / n;", error.Traceback[2]);
    }

    [Fact]
    public async Task Load_of_a_file_that_does_not_compile_points_into_it()
    {
        await Write("broken.csx", "\nnonsense();");

        Assert.StartsWith("broken.csx, line 2, column 1: error CS0103", (await session.Run("#load \"broken.csx\"")).Error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_of_a_missing_file_says_where_it_was_looked_for()
    {
        var message = (await session.Run("#load \"missing.csx\"")).Error.Message;

        Assert.Contains("missing.csx", message, StringComparison.Ordinal);
        Assert.Contains(folder.FullName, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_runs_the_code_cells_of_a_notebook_and_shows_its_prose()
    {
        await Write("other.ipynb", """
            {"cells": [
              {"cell_type": "markdown", "metadata": {}, "source": ["# A title"]},
              {"cell_type": "code", "metadata": {}, "source": ["var imported = 20;\n", "imported + 1"], "outputs": [], "execution_count": null}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
            """);

        Assert.Equal(["display:# A title"], (await session.Run("#!import other.ipynb")).Shown.Take(1));
        Assert.Equal("20", (await session.Run("imported.ToString()")).Text);
    }

    [Fact]
    public async Task Import_runs_the_parts_of_a_dib_file()
    {
        await Write("other.dib", "#!meta\n\n{\"kernelInfo\":{}}\n\n#!csharp\n\nvar imported = 3;\n\n#!markdown\n\nhello\n");

        Assert.Equal(["display:hello"], (await session.Run("#!import other.dib")).Shown);
        Assert.Equal("3", (await session.Run("imported.ToString()")).Text);
    }

    [Fact]
    public async Task Errors_in_an_imported_file_name_it()
    {
        await Write("other.csx", "\n\nnonsense");

        Assert.StartsWith(
            "other.csx, line 3, column 1: error CS0103", (await session.Run("#!import other.csx")).Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!import missing.ipynb", "no such file")]
    [InlineData("#!import data.csv", "only .ipynb, .dib, .csx and .cs files can be imported")]
    [InlineData("#!import self.dib", "the file imports itself: self.dib → self.dib")]
    public async Task Import_says_why_it_cannot(string code, string message)
    {
        await Write("self.dib", "#!import self.dib");

        Assert.Contains(message, (await session.Run(code)).Error.Message, StringComparison.Ordinal);
    }

    private Task Write(string name, string content) =>
        File.WriteAllTextAsync(Path.Combine(folder.FullName, name), content, TestContext.Current.CancellationToken);
}
