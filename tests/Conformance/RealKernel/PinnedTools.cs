using System.Text.Json.Nodes;
using Notebooks.Platform;
using Testing;

namespace Conformance.RealKernel;

/// <summary>
/// The tools of <c>.config/dotnet-tools.json</c>: Microsoft's kernel and dotnet-repl, in the versions that are pinned
/// there.
/// </summary>
/// <param name="folder">A folder for what only these tests fetch.</param>
internal sealed class PinnedTools(string folder)
{
    private readonly JsonObject tools =
        JsonNode.Parse(File.ReadAllText(Path.Combine(WorkingCopy.Root, ".config", "dotnet-tools.json")))!["tools"]!.AsObject();

    private readonly Dictionary<string, string> places = [];

    /// <summary>Fetches what is missing.</summary>
    /// <returns>Why they cannot be had, or null.</returns>
    public async Task<string?> RestoreAsync()
    {
        var (status, output) = await CallAsync("tool", "restore");
        if (status != 0)
            return $"dotnet tool restore ended with status {status}: {output.Trim()}";
        var (_, listed) = await CallAsync("nuget", "locals", "global-packages", "--list");
        foreach (var (package, tool) in tools)
        {
            var version = tool!["version"]!.GetValue<string>();
            places[package] = Path.Combine(listed.Split(':', 2)[1].Trim(), package, version, "tools");
            if (Directory.Exists(places[package]))
                continue;

            // The SDK remembers what it restored, wherever NUGET_PACKAGES pointed then, and does not restore it again.
            places[package] = Path.Combine(folder, "tools");
            (status, output) = await CallAsync("tool", "install", package, "--version", version, "--tool-path", places[package]);
            if (status != 0)
                return $"dotnet tool install {package} ended with status {status}: {output.Trim()}";
        }

        return null;
    }

    /// <summary>The file by which <c>dotnet</c> starts a tool, in any folder.</summary>
    /// <param name="package">The package's name, as the manifest has it.</param>
    /// <param name="dll">The file's name.</param>
    public string Program(string package, string dll) =>
        Directory.EnumerateFiles(places[package], dll, SearchOption.AllDirectories).First();

    private static Task<(int Status, string Output)> CallAsync(params string[] arguments) =>
        Command.RunAsync(DotNetCommand.StartInfo(WorkingCopy.Root, arguments), TestContext.Current.CancellationToken);
}
