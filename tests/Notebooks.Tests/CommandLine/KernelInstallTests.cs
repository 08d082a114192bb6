using System.Text.Json.Nodes;
using Notebooks.Platform;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>What <c>kernel install</c> writes, and what it leaves alone.</summary>
public sealed class KernelInstallTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_kernel_takes_the_name_that_the_notebooks_carry()
    {
        var call = await KernelAsync("install");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Contains("Jupyter now knows the kernel \".NET (C#)\" as .net-csharp", call.Output, StringComparison.Ordinal);
        Assert.Contains("Open the first notebook:", call.Output, StringComparison.Ordinal);
        var spec = Spec(".net-csharp");
        Assert.Equal("C#", (string?)spec["language"]);
        Assert.Equal("message", (string?)spec["interrupt_mode"]);
        Assert.Equal("{connection_file}", (string?)spec["argv"]!.AsArray()[^1]);
        Assert.True(File.Exists((string?)spec["argv"]![1]));
        Assert.True(File.Exists(folder.In("jupyter/kernels/.net-csharp/logo-64x64.png")));
    }

    [Fact]
    public async Task Installing_twice_is_as_installing_once()
    {
        await KernelAsync("install");
        var call = await KernelAsync("install");

        Assert.Equal(0, call.ExitStatus);
        Assert.Equal([folder.In("jupyter/kernels/.net-csharp")], Directory.GetDirectories(folder.In("jupyter/kernels")));
    }

    [Fact]
    public async Task A_kernel_of_that_name_that_is_not_ours_is_left_alone()
    {
        var theirs = WriteTheirs();

        var call = await KernelAsync("install");

        Assert.Contains("as neural-networks-csharp", call.Output, StringComparison.Ordinal);
        Assert.Contains("--force takes it", call.Output, StringComparison.Ordinal);
        Assert.Contains(
            "its tool is on PATH: dotnet tool install --global Microsoft.dotnet-interactive", call.Output, StringComparison.Ordinal);
        Assert.Equal("{}", await File.ReadAllTextAsync(theirs, TestContext.Current.CancellationToken));
        Assert.Equal("C# (Neural Networks)", (string?)Spec("neural-networks-csharp")["display_name"]);
    }

    [Fact]
    public async Task Force_takes_the_name()
    {
        WriteTheirs();

        Assert.Equal(0, (await KernelAsync("install", "--force")).ExitStatus);

        Assert.Equal(".NET (C#)", (string?)Spec(".net-csharp")["display_name"]);
    }

    [Fact]
    public async Task A_prefix_is_an_installation()
    {
        Assert.Equal(0, (await KernelAsync("install", "--prefix", "an environment")).ExitStatus);

        Assert.True(File.Exists(folder.In("an environment/share/jupyter/kernels/.net-csharp/kernel.json")));
    }

    [Fact]
    public async Task Uninstall_removes_what_install_wrote_and_nothing_else()
    {
        var theirs = WriteTheirs();
        await KernelAsync("install");

        var call = await KernelAsync("uninstall");

        Assert.Contains("Removed ", call.Output, StringComparison.Ordinal);
        Assert.Equal([Path.GetDirectoryName(theirs)!], Directory.GetDirectories(folder.In("jupyter/kernels")));
        Assert.Contains("There is no kernel of ours", (await KernelAsync("uninstall")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--user, --prefix and --sys-prefix name different places", "install", "--user", "--prefix", "x")]
    [InlineData("--sys-prefix: no Python environment is active", "install", "--sys-prefix")]
    [InlineData("cannot be written", "install", "--prefix", "a file")]
    [InlineData("Required argument 'CONNECTION_FILE' missing", "start")]
    [InlineData("nowhere.json: cannot be read", "start", "nowhere.json")]
    [InlineData("a file: not JSON", "start", "a file")]
    public async Task A_wrong_call_is_refused_in_one_line(string reason, params string[] arguments)
    {
        await File.WriteAllTextAsync(folder.In("a file"), "no folder", TestContext.Current.CancellationToken);

        var call = await KernelAsync(arguments);

        Assert.Contains(reason, call.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", call.Problems, StringComparison.Ordinal);
        Assert.Equal((2, ""), (call.ExitStatus, call.Output));
    }

    private async Task<Cli> KernelAsync(params string[] arguments)
    {
        var start = ThisProgram.StartInfo(["kernel", .. arguments]);
        start.WorkingDirectory = folder.Path;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["JUPYTER_DATA_DIR"] = folder.In("jupyter");
        foreach (var name in (string[])["JUPYTER_PATH", "VIRTUAL_ENV", "CONDA_PREFIX"])
            start.Environment.Remove(name);
        using var process = System.Diagnostics.Process.Start(start)!;
        return await Cli.EndAsync(process);
    }

    private string WriteTheirs()
    {
        var theirs = folder.In("jupyter/kernels/.net-csharp/kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(theirs)!);
        File.WriteAllText(theirs, "{}");
        return theirs;
    }

    private JsonNode Spec(string name) => JsonNode.Parse(File.ReadAllText(folder.In($"jupyter/kernels/{name}/kernel.json")))!;
}
