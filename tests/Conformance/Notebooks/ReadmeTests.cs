using System.Diagnostics;
using Conformance.RealKernel;
using Notebooks.Documents;
using Testing;

namespace Conformance.Notebooks;

/// <summary>
/// What the README says about Microsoft's kernel, done as it is printed; Jupyter's own folder is a new one, the
/// reader's stays as it is.
/// </summary>
public sealed class ReadmeTests(Kernels kernels)
{
    private static readonly byte[] OneCell =
    [
        .. """{"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},"outputs":[],"source":"20 + 22"}]"""u8,
        .. ""","metadata":{},"nbformat":4,"nbformat_minor":5}"""u8,
    ];

    private readonly string folder = Directory.CreateDirectory(Path.Combine(kernels.Folder, $"{Guid.NewGuid():N}")).FullName;

    [Fact]
    public async Task Restored_and_installed_it_executes_a_notebook_of_this_repository()
    {
        if ((await RunAsync("jupyter --version", "JUPYTER_DATA_DIR")).Status != 0)
            Assert.Skip("no jupyter is on PATH (Debian: apt-get install jupyter-core)");

        await DoAsPrintedAsync("dotnet tool restore", "JUPYTER_DATA_DIR");

        await ExecuteAsync("JUPYTER_DATA_DIR");
    }

    [Fact]
    public async Task Installed_into_a_folder_of_the_readers_own_it_is_found_by_JUPYTER_PATH()
    {
        await DoAsPrintedAsync("mkdir -p DIR/kernels", "JUPYTER_PATH");

        await ExecuteAsync("JUPYTER_PATH");
    }

    /// <summary>Says the block of commands that begins with this one.</summary>
    private async Task DoAsPrintedAsync(string first, string variable)
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(WorkingCopy.Root, "README.md"), TestContext.Current.CancellationToken);
        var begin = readme.IndexOf("```sh\n" + first, StringComparison.Ordinal);
        Assert.True(begin >= 0, $"The README has no block of commands that begins with '{first}'");
        foreach (var line in readme[(begin + 6)..].Split("```")[0].Trim().Split('\n'))
        {
            var (status, output) = await RunAsync(line.Replace("DIR", $"'{folder}'", StringComparison.Ordinal), variable);
            Assert.True(status == 0, $"{line}: {output}");
        }
    }

    private async Task ExecuteAsync(string variable)
    {
        var (given, executed) = (Path.Combine(folder, "given.ipynb"), Path.Combine(folder, "executed"));
        NotebookDocument.Parse(OneCell, given).Save(given);

        var (status, output) = await RunAsync(
            kernels.StartInfo("execute.py", Kernels.Real, given, WorkingCopy.NotebooksFolder, executed), variable);

        Assert.True(status == 0, output);
        var run = KernelRun.Read(executed, output);
        Assert.True(run.End == "ok", $"{run.End}\n{output}");
        Assert.Contains("42", run.Document.Cells[0].Outputs.Last()!.ToJsonString(), StringComparison.Ordinal);
    }

    private Task<(int Status, string Output)> RunAsync(string line, string variable) =>
        RunAsync(new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = WorkingCopy.Root }, variable);

    private Task<(int Status, string Output)> RunAsync(ProcessStartInfo start, string variable)
    {
        kernels.MakeToolsKnown(start);
        start.Environment.Remove("JUPYTER_PATH");
        start.Environment[variable] = folder;
        return Command.RunAsync(start, TestContext.Current.CancellationToken);
    }
}
