using System.Diagnostics;
using Notebooks.Platform;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>
/// The scripts of <c>.devcontainer</c> and <c>binder</c>, run as those hosts run them: in the repository, by bash, with a home of
/// their own. A <c>dotnet</c> and a <c>curl</c> that come first on PATH write down their calls; nothing is built or fetched again.
/// </summary>
public sealed class ContainerTests : IDisposable
{
    private readonly NotebookFolder home = new();

    private string Bin => home.In("bin");

    public ContainerTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for the hosts' Linux.");
        Directory.CreateDirectory(Bin);
        var passOn = $"case \"$1\" in build) exit 0;; esac\nexec '{DotNetCommand.Path}' \"$@\"";
        Write(Path.Combine(Bin, "dotnet"), $"echo dotnet \"$@\" >>'{home.In("calls")}'\n{passOn}");
        // What Binder fetches is the installer of the SDK; this one puts the dotnet above in the place that it is asked for.
        var installer = $"echo installer \\\"\\$@\\\" >>'{home.In("calls")}'; mkdir -p \\\"\\$4\\\"; cp '{Bin}/dotnet' \\\"\\$4\\\"";
        Write(Path.Combine(Bin, "curl"), $"for file; do :; done\necho \"{installer}\" >\"$file\"");
    }

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_development_container_has_the_kernel_when_it_opens()
    {
        await RunAsync(".devcontainer/setup");

        Assert.Equal(
            [
                "dotnet build -c Release src/Notebooks",
                "dotnet run -c Release --no-build --project src/Notebooks -- kernel install",
            ],
            await File.ReadAllLinesAsync(home.In("calls"), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(home.Path, "kernel.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Binder_fetches_the_SDK_and_installs_the_kernel()
    {
        await RunAsync("binder/postBuild");

        var calls = await File.ReadAllLinesAsync(home.In("calls"), TestContext.Current.CancellationToken);
        Assert.Equal($"installer --channel 10.0 --install-dir {home.In(".dotnet")}", calls[0]);
        Assert.Equal(3, calls.Length);
        Assert.Single(Directory.GetFiles(home.Path, "kernel.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Binder_starts_Jupyter_with_the_SDK_on_PATH()
    {
        var output = await RunAsync("binder/start", "sh", "-c", "echo $DOTNET_ROOT; echo $PATH");

        var lines = output.Split('\n');
        Assert.Equal(home.In(".dotnet"), lines[0]);
        Assert.StartsWith($"{home.In(".dotnet")}:", lines[1], StringComparison.Ordinal);
    }

    private static void Write(string file, string text)
    {
        File.WriteAllText(file, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<string> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(WorkingCopy.Root, script), .. arguments])
        {
            WorkingDirectory = WorkingCopy.Root,
        };
        start.Environment["HOME"] = home.Path;
        start.Environment["DOTNET_CLI_HOME"] = home.Path;
        start.Environment["PATH"] = $"{Bin}:{Environment.GetEnvironmentVariable("PATH")}";
        string[] ofThisProcess = ["XDG_DATA_HOME", "JUPYTER", "MSBUILD"];
        foreach (var name in start.Environment.Keys.Where(name => Array.Exists(ofThisProcess, name.StartsWith)).ToList())
            start.Environment.Remove(name);
        var (status, output) = await Command.RunAsync(start, TestContext.Current.CancellationToken);
        Assert.True(status == 0, output);
        return output;
    }
}
