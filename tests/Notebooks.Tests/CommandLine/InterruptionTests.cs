using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
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
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
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

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task The_cells_that_were_done_are_written_and_what_cells_have_started_ends(string signal, int exitStatus)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux' processes");
        folder.Write("n.ipynb", "Console.WriteLine(\"first\");", """
            Console.WriteLine("second");
            var child = System.Diagnostics.Process.Start("setsid", "sleep 600");
            System.IO.File.WriteAllText("pid", child.Id.ToString());
            while (true) ;
            """, "\"never\"");
        using var process = Cli.Start(folder.Path, "run", "n.ipynb", "--junit", "report.xml");
        using var child = await WorkerAsync();

        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var call = await Cli.EndAsync(process);

        Assert.Equal(exitStatus, call.ExitStatus);
        Assert.Contains("INTERRUPTED at cell 2", call.Output, StringComparison.Ordinal);
        Assert.Equal(["first\n"], folder.Outputs("n.ipynb", 0));
        Assert.Equal(["second\n", "Interrupted"], folder.Outputs("n.ipynb", 1));
        Assert.Empty(folder.Outputs("n.ipynb", 2));
        var suite = XElement.Load(Path.Combine(folder.Path, "report.xml")).Elements("testsuite").Single();
        Assert.Equal(["", "failure", "skipped"],
            suite.Elements("testcase").Select(test => test.Elements().SingleOrDefault()?.Name.LocalName ?? ""));
        using var patience = new CancellationTokenSource(Patience);
        await child.WaitForExitAsync(patience.Token);
    }

    [Fact]
    public async Task Every_notebook_is_written_when_the_terminal_is_closed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs script, of util-linux");
        foreach (var name in (string[])["m.ipynb", "n.ipynb"])
        {
            folder.Write(name, "Console.WriteLine(\"first\");", $"""
                System.IO.File.WriteAllText("{name}.tmp", Environment.ProcessId.ToString());
                System.IO.File.Move("{name}.tmp", "{name}.pid");
                while (true) ;
                """);
        }

        using var terminal = Cli.StartInTerminal(folder.Path, "run", "m.ipynb", "n.ipynb");
        using var m = await WorkerAsync("m.ipynb.pid");
        using var n = await WorkerAsync("n.ipynb.pid");

        terminal.Kill();

        using var patience = new CancellationTokenSource(Patience);
        foreach (var name in (string[])["m.ipynb", "n.ipynb"])
        {
            while (folder.Outputs(name, 1).Length == 0)
                await Task.Delay(50, patience.Token);
            Assert.Equal(["first\n"], folder.Outputs(name, 0));
            Assert.Equal(["Interrupted"], folder.Outputs(name, 1));
        }
    }

    [Fact]
    public async Task What_a_cell_started_ends_also_when_the_program_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux' processes");
        folder.Write("n.ipynb", """
            var child = System.Diagnostics.Process.Start("setsid", "sleep 600");
            System.IO.File.WriteAllText("pid", child.Id.ToString());
            while (true) ;
            """);
        using var process = Cli.Start(folder.Path, "run", "n.ipynb", "--junit", "report.xml");
        using var child = await WorkerAsync();

        process.Kill();

        using var patience = new CancellationTokenSource(Patience);
        await child.WaitForExitAsync(patience.Token);
    }

    private async Task<Process> WorkerAsync(string name = "pid")
    {
        var clock = Stopwatch.StartNew();
        var file = folder.In(name);
        string text;
        while (!File.Exists(file) || (text = await File.ReadAllTextAsync(file)).Length == 0)
        {
            Assert.True(clock.Elapsed < Patience, "the cell never began");
            await Task.Delay(50);
        }

        return Process.GetProcessById(int.Parse(text, CultureInfo.InvariantCulture));
    }
}
