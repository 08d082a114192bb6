using Testing;

namespace Notebooks.Tests.CommandLine;

public sealed class CheckTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_just_executed_does_not_drift_and_no_file_is_written()
    {
        folder.Write("n.ipynb", "Console.WriteLine($\"loss {1 / 3.0}\");", "display(\"shown\");\nnew[] { 1.5, 2.5 }");
        Assert.Equal(0, (await Cli.RunAsync(folder.Path, "run", "n.ipynb")).ExitStatus);
        File.SetLastWriteTimeUtc(folder.In("n.ipynb"), DateTime.UnixEpoch);

        var call = await Cli.RunAsync(folder.Path, "check", "n.ipynb");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(folder.In("n.ipynb")));
    }

    [Fact]
    public async Task A_drift_names_notebook_cell_expected_and_found()
    {
        folder.Write("n.ipynb", "1", "Console.WriteLine(\"loss 0.0498\");", "\"same\"");
        await Cli.RunAsync(folder.Path, "run", "n.ipynb");
        var notebook = folder.Load("n.ipynb");
        notebook.Cells[1].Outputs[0]!["text"] = "loss 0.0512\n";
        notebook.Save(folder.In("n.ipynb"));
        var before = notebook.ToBytes();

        var call = await Cli.RunAsync(folder.Path, "check", "n.ipynb");

        Assert.Equal(1, call.ExitStatus);
        Assert.Equal(
            ["n.ipynb, cell 2:", "    expected: loss 0.0512", "    found:    loss 0.0498"],
            call.Problems.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')));
        Assert.Contains("DRIFTED in cell 2", call.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.In("n.ipynb"), TestContext.Current.CancellationToken));
    }
}
