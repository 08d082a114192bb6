using System.Diagnostics;
using System.Globalization;
using Notebooks.Documents;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>What keeps a file from being written leaves it as it was.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly NotebookFolder folder = new();
    private string? mounted;

    public void Dispose()
    {
        if (mounted is not null)
            Process.Start("umount", [mounted]).WaitForExit();
        folder.Dispose();
    }

    [Fact]
    public async Task A_full_disk_is_an_error_and_the_file_stays_whole()
    {
        Mount("size=64k");
        var path = folder.Write("disk/n.ipynb", "1", "new string('x', 200_000)");
        folder.Write("other.ipynb", "\"2\"");
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var call = await Cli.RunAsync(folder.Path, "run", "disk/n.ipynb", "other.ipynb");

        Assert.Contains("disk/n.ipynb: cannot be written: ", call.Problems, StringComparison.Ordinal);
        Assert.Equal(2, call.ExitStatus);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFileSystemEntries(folder.In("disk")));
        Assert.Equal(["2"], folder.Outputs("other.ipynb", 0));
    }

    [Fact]
    public async Task A_read_only_folder_is_an_error_and_an_output_folder_elsewhere_works()
    {
        Mount("size=64k");
        var path = folder.Write("disk/n.ipynb", "\"1\"");
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Mount("remount,ro");

        var inPlace = await Cli.RunAsync(folder.Path, "run", "disk/n.ipynb");
        var elsewhere = await Cli.RunAsync(folder.Path, "run", "disk/n.ipynb", "--output", "out");

        Assert.Contains("disk/n.ipynb: cannot be written: ", inPlace.Problems, StringComparison.Ordinal);
        Assert.Equal(2, inPlace.ExitStatus);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal((0, ""), (elsewhere.ExitStatus, elsewhere.Problems));
        Assert.Equal(["1"], folder.Outputs("out/n.ipynb", 0));
    }

    [Fact]
    public async Task A_process_killed_while_it_writes_leaves_a_whole_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "kill is Unix's");
        var path = folder.Write("n.ipynb", "1", "/* " + new string('x', 50_000_000) + " */");
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        using var process = Cli.Start(folder.Path, "run", "n.ipynb");

        while (Directory.GetFileSystemEntries(folder.Path).Length == 1 && !process.HasExited)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-KILL", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await Cli.EndAsync(process);

        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(2, NotebookDocument.Load(path).Cells.Count);
    }

    [Theory]
    [InlineData("l.ipynb")]
    [InlineData("./l.ipynb")]
    [InlineData("sub/../l.ipynb")]
    [InlineData("sub/l.ipynb")]
    public async Task A_notebook_that_is_named_by_a_link_is_written_where_the_link_leads(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        folder.Write("a.ipynb", "\"1\"");
        Directory.CreateDirectory(folder.In("sub"));
        File.CreateSymbolicLink(folder.In("l.ipynb"), "a.ipynb");
        File.CreateSymbolicLink(folder.In("sub/l.ipynb"), "../l.ipynb");

        var call = await Cli.RunAsync(folder.Path, "run", name);

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Equal(["1"], folder.Outputs("a.ipynb", 0));
        Assert.Equal("a.ipynb", new FileInfo(folder.In("l.ipynb")).LinkTarget);
        Assert.Equal("../l.ipynb", new FileInfo(folder.In("sub/l.ipynb")).LinkTarget);
    }

    [Fact]
    public async Task An_output_folder_may_be_a_link_and_hold_links()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        folder.Write("n.ipynb", "\"1\"");
        Directory.CreateDirectory(folder.In("real"));
        File.CreateSymbolicLink(folder.In("out"), "real");
        File.CreateSymbolicLink(folder.In("real/n.ipynb"), "../elsewhere.ipynb");

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb", "--output", "out");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Equal(["1"], folder.Outputs("elsewhere.ipynb", 0));
        Assert.Empty(folder.Outputs("n.ipynb", 0));
    }

    private void Mount(string options)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a small disk of its own");
        Directory.CreateDirectory(folder.In("disk"));
        using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder.In("disk")])
        {
            RedirectStandardError = true,
        })!;
        mount.WaitForExit();
        Assert.SkipWhen(mount.ExitCode != 0, $"needs a small disk of its own, and mount said: {mount.StandardError.ReadToEnd()}");
        mounted = folder.In("disk");
    }
}
