using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>A wrong call or file: one line that says what, exit status 2, nothing executed, nothing written.</summary>
public sealed class WrongCallTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--speed: no such option", "run", "good.ipynb", "--speed")]
    [InlineData("Unrecognized command or argument 'walk'", "walk")]
    [InlineData("Required command was not provided", new string[0])]
    [InlineData("--timeout soon: a number of seconds", "run", "good.ipynb", "--timeout", "soon")]
    [InlineData("--timeout -1: a number of seconds", "check", "good.ipynb", "--timeout", "-1")]
    [InlineData(": no such file", "run", "")]
    [InlineData("cannot be written", "run", "good.ipynb", "--output", "")]
    [InlineData("missing.ipynb: no such file", "run", "good.ipynb", "missing.ipynb")]
    [InlineData("sub: a folder, where a notebook file (.ipynb) is expected", "run", "good.ipynb", "sub")]
    [InlineData("broken.ipynb:2:1: not valid JSON", "run", "good.ipynb", "broken.ipynb")]
    [InlineData("broken.ipynb:2:1: not valid JSON", "check", "good.ipynb", "broken.ipynb")]
    [InlineData("old.ipynb:1:14: nbformat 3, where nbformat 4 is expected", "run", "good.ipynb", "old.ipynb")]
    [InlineData("--param lr: NAME=VALUE is expected", "run", "good.ipynb", "--param", "lr")]
    [InlineData("--param rate=1: no parameter rate; known: epochs (int), lr (double)", "run", "good.ipynb", "--param", "rate=1")]
    [InlineData(
        "--param epochs=many: in good.ipynb, epochs is of type int, and \"many\" is not", "run", "good.ipynb", "--param", "epochs=many")]
    [InlineData("good.ipynb: cannot be written", "run", "good.ipynb", "--output", "good.ipynb")]
    [InlineData(
        "--output out: good.ipynb and sub/good.ipynb would be one file there", "run", "good.ipynb", "sub/good.ipynb", "--output", "out")]
    [InlineData("timed.ipynb, 1. cell of the file: metadata \"tolerance\": 3", "check", "good.ipynb", "timed.ipynb")]
    [InlineData("--kernel-timeout soon: a number of seconds", "run", "good.ipynb", "--kernel-timeout", "soon")]
    [InlineData("--junit sub: a file is expected", "run", "good.ipynb", "--junit", "sub")]
    [InlineData("good.ipynb: cannot be written", "check", "good.ipynb", "--junit", "good.ipynb/j.xml")]
    [InlineData("--to pdf: one of cs, html, markdown is expected", "export", "good.ipynb", "--to", "pdf")]
    [InlineData("'--to' is required", "export", "good.ipynb")]
    [InlineData("missing.ipynb: no such file", "export", "--to", "html", "good.ipynb", "missing.ipynb")]
    [InlineData("broken.ipynb:2:1: not valid JSON", "clean", "good.ipynb", "broken.ipynb")]
    [InlineData("Required argument 'files' missing for command: 'clean'", "clean")]
    [InlineData("missing.ipynb: no such file", "diff", "good.ipynb", "missing.ipynb")]
    [InlineData("Required argument 'second' missing for command: 'diff'", "diff", "good.ipynb")]
    [InlineData("good.ipynb: is there already", "new", "good")]
    [InlineData("there is no folder", "new", "nowhere/n")]
    [InlineData("the name of a notebook is expected", "new", "")]
    [InlineData("nowhere: no such file or folder", "serve", "nowhere")]
    [InlineData("no notebooks/*.ipynb in ", "run")]
    [InlineData("no notebooks/*.ipynb in ", "book")]
    public async Task Is_refused_with_the_reason(string reason, params string[] arguments)
    {
        var good = WriteFiles();
        var before = await File.ReadAllBytesAsync(good, TestContext.Current.CancellationToken);

        var call = await Cli.RunAsync(folder.Path, arguments);

        Assert.Contains(reason, call.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", call.Problems, StringComparison.Ordinal);
        Assert.Equal(2, call.ExitStatus);
        Assert.Empty(call.Output);
        Assert.Equal(before, await File.ReadAllBytesAsync(good, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(folder.In("executed")));
    }

    [Fact]
    public async Task Every_mistake_is_listed_at_once()
    {
        folder.Write("good.ipynb", "// parameters\nvar epochs = 200;");

        var call = await Cli.RunAsync(folder.Path, "run", "good.ipynb", "--param", "epochs=x", "--param", "y=2", "--param", "z");

        Assert.Equal(3, call.Problems.TrimEnd().Split('\n').Length);
    }

    private string WriteFiles()
    {
        var good = folder.Write(
            "good.ipynb", "// parameters\nvar epochs = 200;\nvar lr = 0.1;", "System.IO.File.WriteAllText(\"executed\", \"\");");
        Directory.CreateDirectory(folder.In("sub"));
        folder.Write("sub/good.ipynb", "1");
        File.WriteAllText(folder.In("broken.ipynb"), "{\"cells\": [\n<<<<<<< HEAD\n");
        File.WriteAllText(folder.In("old.ipynb"), "{\"nbformat\": 3, \"worksheets\": []}");
        File.WriteAllText(
            folder.In("timed.ipynb"),
            "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"metadata\": {\"check\": {\"tolerance\": 3}}, \"source\": \"1\", "
                + "\"outputs\": []}]}");
        return good;
    }
}
