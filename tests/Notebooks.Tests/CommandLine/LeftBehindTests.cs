using System.Diagnostics;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>Cells start processes and do not wait for them.</summary>
public sealed class LeftBehindTests : IDisposable
{
    private const string Left = "left.ipynb: what its cells had started and left running was ended: sleep";
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Process.Start(\"sleep\", \"600\");", Left)]
    [InlineData("Process.Start(new ProcessStartInfo(\"sleep\", \"600\") { RedirectStandardInput = true, RedirectStandardOutput = true, "
        + "RedirectStandardError = true });", Left)]
    [InlineData("Process.Start(\"setsid\", \"sleep 600\");", Left)]
    [InlineData("Process.Start(\"sh\", [\"-c\", \"sleep 600 & sleep 600 &\"]).WaitForExit();", Left + ", sleep")]
    public async Task They_are_ended_with_the_notebook_and_named(string start, string said)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux' processes");
        folder.Write("left.ipynb", $"using System.Diagnostics;\n{start}\nConsole.WriteLine(\"started\");", "\"after\"");
        var clock = Stopwatch.StartNew();

        var call = await Cli.RunAsync(folder.Path, "run", "left.ipynb");

        Assert.Equal((0, said), (call.ExitStatus, call.Problems.Trim()));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"took {clock.Elapsed}");
        Assert.Equal(["started\n"], folder.Outputs("left.ipynb", 0));
        Assert.Equal(["after"], folder.Outputs("left.ipynb", 1));
    }

    [Fact]
    public async Task They_are_ended_after_a_crash_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux' processes");
        folder.Write("left.ipynb", "System.Diagnostics.Process.Start(\"setsid\", \"sleep 600\");\nEnvironment.Exit(3);");

        var call = await Cli.RunAsync(folder.Path, "run", "left.ipynb");

        Assert.Equal(1, call.ExitStatus);
        Assert.Contains(Left, call.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_inherit_no_handle_of_ours()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux' processes");
        folder.Write("n.ipynb", """
            string[] Handles(string process) => System.IO.Directory.GetFileSystemEntries($"/proc/{process}/fd")
                .Select(handle => new System.IO.FileInfo(handle).LinkTarget).Where(target => target.StartsWith("pipe:")).ToArray();
            var start = new System.Diagnostics.ProcessStartInfo("sleep", "600")
            { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            var child = System.Diagnostics.Process.Start(start);
            var shared = Handles("self").Intersect(Handles(child.Id.ToString()));
            var known = new[] { 0, 1, 2 }.Select(handle => new System.IO.FileInfo($"/proc/{child.Id}/fd/{handle}").LinkTarget);
            child.Kill();
            string.Join(" ", shared.Except(known))
            """);

        await Cli.RunAsync(folder.Path, "run", "n.ipynb");

        Assert.DoesNotContain("pipe", string.Concat(folder.Outputs("n.ipynb", 0)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_ends_by_itself_is_nothing_to_speak_of()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs true");
        folder.Write("n.ipynb", "_ = System.Diagnostics.Process.Start(\"true\");");

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
    }
}
