using System.Text.Json.Nodes;
using Notebooks.Platform;
using Testing;

namespace Conformance.RealKernel;

/// <summary>
/// The tools of <c>.config/dotnet-tools.json</c>: Microsoft's kernel and dotnet-repl, in the versions that are pinned
/// there.
/// </summary>
internal sealed class PinnedTools
{
    private readonly JsonObject tools =
        JsonNode.Parse(File.ReadAllText(Path.Combine(WorkingCopy.Root, ".config", "dotnet-tools.json")))!["tools"]!.AsObject();

    private string packages = "";

    /// <summary>Fetches what is missing.</summary>
    /// <returns>Why they cannot be had, or null.</returns>
    public async Task<string?> RestoreAsync()
    {
        var (status, output) = await CallAsync("tool", "restore");
        if (status != 0)
            return $"dotnet tool restore ended with status {status}: {output.Trim()}";
        var (_, places) = await CallAsync("nuget", "locals", "global-packages", "--list");
        packages = places.Split(':', 2)[1].Trim();
        return null;
    }

    /// <summary>The file by which <c>dotnet</c> starts a tool, in any folder.</summary>
    /// <param name="package">The package's name, as the manifest has it.</param>
    /// <param name="dll">The file's name.</param>
    public string Program(string package, string dll)
    {
        var folder = Path.Combine(packages, package, tools[package]!["version"]!.GetValue<string>(), "tools");
        return Directory.EnumerateFiles(folder, dll, SearchOption.AllDirectories).Single();
    }

    private static Task<(int Status, string Output)> CallAsync(params string[] arguments) =>
        Command.RunAsync(DotNetCommand.StartInfo(WorkingCopy.Root, arguments), TestContext.Current.CancellationToken);
}
