using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Notebooks.Platform;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>What a newcomer reads whose machine lacks something: one sentence that says what and how to get it.</summary>
public sealed class FirstMinutesTests : IDisposable
{
    private const string NeedsSdk =
        "This repository needs the .NET 10 SDK: install it from https://dotnet.microsoft.com/download, then say the command again.";

    private static readonly byte[] Refusal = [.. "HTTP/1.1 403 Forbidden\r\n\r\n"u8];
    private readonly NotebookFolder folder = new();
    private readonly TcpListener proxy = new(IPAddress.Loopback, 0);

    public void Dispose()
    {
        proxy.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_SDK_that_is_too_old_is_told_which_one_is_needed()
    {
        // As an older SDK sees global.json: it asks for one that is not here.
        var asked = await File.ReadAllTextAsync(Path.Combine(WorkingCopy.Root, "global.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.In("global.json"), asked.Replace("\"10.", "\"99.", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (status, output) = await RunAsync(DotNetCommand.StartInfo(folder.Path, "build"));

        Assert.NotEqual(0, status);
        Assert.Contains(NeedsSdk, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runtime_without_an_SDK_is_told_so()
    {
        var start = DotNetCommand.StartInfo(WorkingCopy.Root, "build");
        start.FileName = RuntimeAlone();

        var (status, output) = await RunAsync(start);

        Assert.NotEqual(0, status);
        Assert.Contains(NeedsSdk, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsupported_processor_is_named_before_anything_is_built()
    {
        var (status, output) = await RunAsync(DotNetCommand.StartInfo(
            WorkingCopy.Root, "msbuild", "src/Torch", "-nologo", "-nodeReuse:false", "-p:OSArch=riscv64", "-t:Restore;Build"));

        Assert.NotEqual(0, status);
        var said = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("TorchSharp has no native library for", said, StringComparison.Ordinal);
        Assert.Contains("-riscv64, so the chapter's notebooks do not run here: read the book, whose pages compute with C# of their own, "
            + "or build the tools for other notebooks with -p:WithoutTorch=true.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_is_asked_and_one_that_refuses_is_said()
    {
        proxy.Start();
        var asked = new TaskCompletionSource<string>();
        _ = RefuseAsync(asked);
        await File.WriteAllTextAsync(folder.In("nuget.config"), """
            <configuration>
              <packageSources><clear /><add key="far" value="https://packages.invalid/v3/index.json" /></packageSources>
            </configuration>
            """, TestContext.Current.CancellationToken);
        folder.Write("a.ipynb", "#r \"nuget: NotHere, 1.0.0\"\n1");
        var start = Cli.StartInfo(folder.Path, "run", "a.ipynb");
        start.Environment["HTTPS_PROXY"] = start.Environment["https_proxy"] = $"http://{proxy.LocalEndpoint}";
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "";

        using var process = Process.Start(start)!;
        var ended = await Cli.EndAsync(process);

        Assert.StartsWith("CONNECT packages.invalid:443", await asked.Task, StringComparison.Ordinal);
        Assert.Equal(1, ended.ExitStatus);
        Assert.Contains(
            "NotHere 1.0.0: a source of packages cannot be reached; are you offline, or behind a proxy that HTTPS_PROXY does not name?",
            ended.Output + ended.Problems, StringComparison.Ordinal);
    }

    private static Task<(int Status, string Output)> RunAsync(ProcessStartInfo start) =>
        Command.RunAsync(start, TestContext.Current.CancellationToken);

    /// <summary>Refuses all who come, until it is stopped; hands out the first request.</summary>
    private async Task RefuseAsync(TaskCompletionSource<string> first)
    {
        while (true)
        {
            using var client = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            var buffer = new byte[2000];
            var count = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
            first.TrySetResult(Encoding.ASCII.GetString(buffer, 0, count));
            await client.GetStream().WriteAsync(Refusal, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A <c>dotnet</c> beside which there is no folder <c>sdk</c>.</summary>
    private string RuntimeAlone()
    {
        var root = Path.GetDirectoryName(new FileInfo(DotNetCommand.Path).ResolveLinkTarget(true)?.FullName ?? DotNetCommand.Path)!;
        var copy = folder.In(Path.GetFileName(DotNetCommand.Path));
        File.Copy(Path.Combine(root, Path.GetFileName(copy)), copy);
        foreach (var file in Directory.GetFiles(Path.Combine(root, "host"), "*", SearchOption.AllDirectories))
        {
            var target = folder.In(Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
