using System.Text.Json.Nodes;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>What is odd about a notebook, or happens where no cell shows it, is said in one line.</summary>
public sealed class RemarkTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cells_with_one_id_without_any_and_with_lines_that_run_together()
    {
        Change("n.ipynb", ["1", "2", "3"], notebook =>
        {
            notebook["nbformat_minor"] = 5;
            notebook["cells"]![0]!["id"] = "twin";
            notebook["cells"]![1]!["id"] = "twin";
            notebook["cells"]![2]!["source"] = new JsonArray("var x = 1;", "// a comment", "Console.WriteLine(x);");
        });

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb");

        Assert.Equal(0, call.ExitStatus);
        Assert.Equal(
        [
            "n.ipynb: cells 1, 2 of the file have the same id, \"twin\", where each cell needs its own",
            "n.ipynb: cell 3 of the file without an id, which nbformat 4.5 expects in each",
            "n.ipynb: cell 3 of the file: the lines of the source have no line ends and are read as one line",
        ], call.Problems.Trim().Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("python3", "python", "Python 3", "n.ipynb: a notebook of Python 3 (language python); it is executed as C#")]
    [InlineData(".net-fsharp", "F#", ".NET (F#)", "n.ipynb: a notebook of .NET (F#) (language F#); it is executed as C#")]
    [InlineData(".net-csharp", "C#", ".NET (C#)", "")]
    [InlineData("csharp", "polyglot-notebook", "C#", "")]
    public async Task A_notebook_of_another_language(string name, string language, string displayed, string said)
    {
        Change("n.ipynb", ["1"], notebook => notebook["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["name"] = name, ["language"] = language, ["display_name"] = displayed },
        });

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb");

        Assert.Equal((0, said), (call.ExitStatus, call.Problems.Trim()));
    }

    [Fact]
    public async Task Output_after_the_end_of_its_cell()
    {
        folder.Write("n.ipynb",
            "var go = new System.Threading.ManualResetEventSlim();\n"
                + "var wrote = Task.Run(() => { go.Wait(); Console.WriteLine(\"late\"); });",
            "go.Set(); await wrote; Console.WriteLine(\"here\");");

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb");

        Assert.Equal(0, call.ExitStatus);
        Assert.Equal(
            "n.ipynb: cell 1 put something out after its end, which is dropped: let it wait for what it starts", call.Problems.Trim());
        Assert.Equal(["here\n"], folder.Outputs("n.ipynb", 1));
    }

    private void Change(string name, string[] cells, Action<JsonNode> change)
    {
        var path = folder.Write(name, cells);
        var notebook = JsonNode.Parse(File.ReadAllBytes(path))!;
        change(notebook);
        File.WriteAllText(path, notebook.ToJsonString());
    }
}
