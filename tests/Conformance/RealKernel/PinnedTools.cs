using System.Diagnostics;
using System.Text.Json.Nodes;
using Notebooks.Platform;
using Testing;

namespace Conformance.RealKernel;

/// <summary>
/// The tools of <c>.config/dotnet-tools.json</c>: Microsoft's kernel and dotnet-repl, in the versions that are pinned
/// there.
/// </summary>
/// <param name="folder">A home of their own for the SDK, where it notes what it restored.</param>
internal sealed class PinnedTools(string folder)
{
    private readonly JsonObject tools =
        JsonNode.Parse(File.ReadAllText(Path.Combine(WorkingCopy.Root, ".config", "dotnet-tools.json")))!["tools"]!.AsObject();

    private string packages = "";

    /// <summary>Fetches what is missing.</summary>
    /// <returns>Why they cannot be had, or null.</returns>
    public async Task<string?> RestoreAsync()
    {
        var (_, listed) = await RunAsync(Dotnet("nuget", "locals", "global-packages", "--list"));
        packages = listed.Split(':', 2)[1].Trim();
        var restore = Dotnet("tool", "restore");
        MakeKnown(restore);
        var (status, output) = await RunAsync(restore);
        return status == 0 ? null : $"dotnet tool restore ended with status {status}: {output.Trim()}";
    }

    /// <summary>
    /// Lets a <c>dotnet</c> know what was restored here, and only that: the SDK remembers in the user's home where it put a
    /// tool, and never looks whether it is still there (https://github.com/dotnet/sdk/issues/11820).
    /// </summary>
    public void MakeKnown(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        start.Environment["DOTNET_CLI_HOME"] = folder;
        start.Environment["NUGET_PACKAGES"] = packages;
    }

    /// <summary>The file by which <c>dotnet</c> starts a tool, in any folder.</summary>
    /// <param name="package">The package's name, as the manifest has it.</param>
    /// <param name="dll">The file's name.</param>
    public string Program(string package, string dll)
    {
        var version = tools[package]!["version"]!.GetValue<string>();
        return Directory.EnumerateFiles(Path.Combine(packages, package, version, "tools"), dll, SearchOption.AllDirectories).First();
    }

    private static Task<(int Status, string Output)> RunAsync(ProcessStartInfo start) =>
        Command.RunAsync(start, TestContext.Current.CancellationToken);

    private static ProcessStartInfo Dotnet(params string[] arguments) => DotNetCommand.StartInfo(WorkingCopy.Root, arguments);
}
