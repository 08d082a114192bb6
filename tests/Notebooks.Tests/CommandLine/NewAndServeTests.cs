using Testing;

namespace Notebooks.Tests.CommandLine;

public sealed class NewAndServeTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_notebook_runs_and_names_the_kernel()
    {
        var call = await Cli.RunAsync(folder.Path, "new", "erste Schritte");
        var run = await Cli.RunAsync(folder.Path, "run", "erste Schritte.ipynb");

        Assert.Equal((0, "erste Schritte.ipynb"), (call.ExitStatus, call.Output.TrimEnd()));
        Assert.Equal((0, ""), (run.ExitStatus, run.Problems));
        var notebook = folder.Load("erste Schritte.ipynb");
        Assert.Equal("# erste Schritte", notebook.Cells[0].Source);
        Assert.Equal(["Hello, world"], folder.Outputs("erste Schritte.ipynb", 1));
        Assert.Equal(".net-csharp", (string?)notebook.Metadata["kernelspec"]!["name"]);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_replaced()
    {
        await File.WriteAllTextAsync(folder.In("n.ipynb"), "mine", TestContext.Current.CancellationToken);

        var call = await Cli.RunAsync(folder.Path, "new", "n");

        Assert.Equal((2, "n.ipynb: is there already; give another name"), (call.ExitStatus, call.Problems.TrimEnd()));
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.In("n.ipynb"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Jupyter_finds_our_kernel_first_for_as_long_as_it_is_served()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program that stands in for Jupyter is a shell's");
        folder.Write("n.ipynb", "1");
        var jupyter = folder.In("jupyter-notebook");
        await File.WriteAllTextAsync(
            jupyter,
            "#!/bin/sh\necho \"$@\"\necho \"$JUPYTER_PATH\"\ncat \"${JUPYTER_PATH%%:*}/kernels/.net-csharp/kernel.json\"\n",
            TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(jupyter, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var call = await ServeAsync($"{folder.Path}:/usr/bin:/bin", "serve", "n.ipynb", "--no-browser");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        var lines = call.Output.Split('\n');
        Assert.Equal($"{folder.In("n.ipynb")} --MultiKernelManager.default_kernel_name=.net-csharp --no-browser", lines[0]);
        Assert.EndsWith(":/others", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"kernel\"", call.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(lines[1].Split(':')[0]));
    }

    [Fact]
    public async Task Without_Jupyter_one_sentence_says_what_to_do()
    {
        folder.Write("n.ipynb", "1");

        var call = await ServeAsync(folder.Path, "serve", "n.ipynb");

        Assert.Equal(2, call.ExitStatus);
        Assert.StartsWith("Jupyter is not on PATH: install it", call.Problems, StringComparison.Ordinal);
        Assert.Single(call.Problems.TrimEnd().Split('\n'));
    }

    private async Task<Cli> ServeAsync(string path, params string[] arguments)
    {
        var start = Cli.StartInfo(folder.Path, arguments);
        start.Environment["PATH"] = path;
        start.Environment["JUPYTER_PATH"] = "/others";
        using var process = System.Diagnostics.Process.Start(start)!;
        return await Cli.EndAsync(process);
    }
}
