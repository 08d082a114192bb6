using System.Diagnostics;
using System.Text.Json.Nodes;
using Conformance.RealKernel;
using Notebooks.Documents;
using Notebooks.Platform;
using Notebooks.Running.Checking;
using Testing;

namespace Conformance.Notebooks;

/// <summary>
/// Two notebooks, one of them with live figures, by <c>dotnet-repl --run</c>, the other program with Microsoft's kernel in it.
/// It writes each redraw of a live figure as an output of its own; the last one is what is committed, and so is everything
/// else.
/// </summary>
public sealed class DotnetReplTests(Kernels kernels)
{
    [Theory]
    [InlineData("01")]
    [InlineData("03")]
    public async Task A_notebook_gives_its_committed_outputs(string number)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux(), "dotnet-repl needs a terminal, which only Linux's script command gives it as it is called here");
        var notebook = Chapter.Load(number);
        var executed = Path.Combine(kernels.Folder, $"repl {notebook.FileName}");

        var (status, output) = await Command.RunAsync(StartInfo(notebook, executed), TestContext.Current.CancellationToken);

        Assert.True(status == 0, output);
        var found = NotebookDocument.Load(executed).Cells;
        Assert.Equal(notebook.Cells.Count, found.Count);
        Assert.Empty(notebook.Cells.Zip(found).SelectMany(pair => Differences(pair.First, pair.Second)));
    }

    private ProcessStartInfo StartInfo(NotebookDocument notebook, string executed)
    {
        string[] command = [DotNetCommand.Path, kernels.DotnetRepl(), "--run", notebook.FileName, "--exit-after-run", "--output-format",
            "ipynb", "--output-path", executed];
        return new ProcessStartInfo(
            "script", ["-qec", string.Join(' ', command.Select(word => $"'{word}'")), "/dev/null"])
        { WorkingDirectory = notebook.Folder };
    }

    private static IEnumerable<string> Differences(NotebookCell expected, NotebookCell found)
    {
        if (expected.Outputs.Any(output => Type(output) == "display_data"))
            TakeAwayFirst(found.Outputs, Shown(found.Outputs).Count - Shown(expected.Outputs).Count);
        return OutputComparison.Compare(expected.Outputs, found.Outputs, Tolerance.Of(expected, expected.Id!))
            .Select(difference => $"cell {expected.Id}: expected {difference.Expected}, found {difference.Found}");
    }

    private static void TakeAwayFirst(JsonArray outputs, int count)
    {
        foreach (var redraw in Shown(outputs).Take(count))
            outputs.Remove(redraw);
    }

    private static List<JsonNode> Shown(JsonArray outputs) => [.. outputs.OfType<JsonNode>().Where(output => Type(output) != "stream")];

    private static string? Type(JsonNode? output) => (string?)output!["output_type"];
}
