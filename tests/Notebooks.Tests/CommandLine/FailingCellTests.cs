using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>Whatever a cell does to itself or its process: its notebook stops there and is written, the others run.</summary>
public sealed class FailingCellTests : IDisposable
{
    private const string Said = "Console.WriteLine(\"before\");\n";
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("InvalidOperationException", "boom", "throw new InvalidOperationException(\"boom\");")]
    [InlineData("ProcessExited", "exit status 3", "Environment.Exit(3);")]
    [InlineData(
        "UnhandledException", "lost", "var t = new System.Threading.Thread(() => throw new Exception(\"lost\"));\nt.Start();\nt.Join();")]
    // Deep in the framework: a cell's own calls are counted, and too many of them are an ordinary error.
    [InlineData(
        "StackOverflowException", "too deeply", "IEnumerable<int> s = [1];\nfor (var i = 0; i "
            + "< 1_000_000; i++) s = s.Where(x => true);\nforeach (var _ in s) { }")]
    [InlineData("ProcessAborted", "SIGABRT", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern void abort();\nabort();")]
    [InlineData(
        "NativeCrash", "invalid memory access", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern nint strlen(nint "
            + "text);\nstrlen(1);")]
    public async Task Is_reported_as_its_failure_and_loses_nothing_else(string name, string message, string code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && code.Contains("libc", StringComparison.Ordinal), "needs libc");
        folder.Write("1.ipynb", "\"first\"", Said + code, "\"never\"");
        folder.Write("2.ipynb", "\"second\"");

        var call = await Cli.RunAsync(folder.Path, "run", "1.ipynb", "2.ipynb", "--timeout", "60");

        AssertFailed(call, name, message);
    }

    [Fact]
    public async Task Endless_cells_are_stopped_after_their_timeout()
    {
        string[] endless = ["while (true) ;", "System.Threading.Thread.Sleep(-1);", "await Task.Delay(-1);"];
        var names = endless.Select((_, i) => $"endless-{i}.ipynb").ToArray();
        foreach (var (name, code) in names.Zip(endless))
            folder.Write(name, "\"first\"", Said + code, "\"never\"");
        folder.Write("2.ipynb", "\"second\"");

        var call = await Cli.RunAsync(folder.Path, ["run", .. names, "2.ipynb", "--timeout", "10"]);

        Assert.All(names, name => AssertFailed(call, "TimeoutException", "still running after 10 s", name));
    }

    [Theory]
    [InlineData("ProcessExited", "exit status 3", "Environment.Exit(3);")]
    [InlineData("TimeoutException", "still running after 10 s", "while (true) ;")]
    public async Task A_tag_that_allows_an_exception_does_not_allow_the_end_of_the_process(string name, string message, string code)
    {
        folder.Write("1.ipynb", "\"first\"", "// raises-exception\n" + Said + code, "\"never\"");
        folder.Write("2.ipynb", "\"second\"");

        var call = await Cli.RunAsync(folder.Path, "run", "1.ipynb", "2.ipynb", "--timeout", "10");

        AssertFailed(call, name, message);
    }

    private void AssertFailed(Cli call, string name, string message, string notebook = "1.ipynb")
    {
        Assert.Equal(1, call.ExitStatus);
        Assert.Contains($"{notebook}, cell 2: {name}: ", call.Problems, StringComparison.Ordinal);
        Assert.Contains(message, call.Problems, StringComparison.Ordinal);
        Assert.Contains("FAILED at cell 2", call.Output, StringComparison.Ordinal);
        Assert.Equal(["first"], folder.Outputs(notebook, 0));
        Assert.Equal(["before", name], folder.Outputs(notebook, 1).Select(text => text.Trim()));
        Assert.Empty(folder.Outputs(notebook, 2));
        Assert.Equal(["second"], folder.Outputs("2.ipynb", 0));
    }
}
