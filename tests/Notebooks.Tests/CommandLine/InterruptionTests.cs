using System.Diagnostics;
using System.Globalization;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>The user, or the system, ends the program in the middle of a cell.</summary>
public sealed class InterruptionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 130)]
    [InlineData("KILL", 137)]
    public async Task The_file_stays_as_it_was_and_no_process_stays_behind(string signal, int exitStatus)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are Unix's");
        var path = folder.Write("n.ipynb", "System.IO.File.WriteAllText(\"pid\", Environment.ProcessId.ToString());\nwhile (true) ;");
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        using var process = Cli.Start(folder.Path, "run", "n.ipynb");
        var worker = await WorkerAsync();

        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var call = await Cli.EndAsync(process);

        Assert.Equal(exitStatus, call.ExitStatus);
        using var patience = new CancellationTokenSource(Patience);
        await worker.WaitForExitAsync(patience.Token);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["n.ipynb", "pid"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    private async Task<Process> WorkerAsync()
    {
        var clock = Stopwatch.StartNew();
        var file = folder.In("pid");
        string text;
        while (!File.Exists(file) || (text = await File.ReadAllTextAsync(file)).Length == 0)
        {
            Assert.True(clock.Elapsed < Patience, "the cell never began");
            await Task.Delay(50);
        }

        return Process.GetProcessById(int.Parse(text, CultureInfo.InvariantCulture));
    }
}
