using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Book.Site;

/// <summary>Finds out what a book is built from and with.</summary>
internal static class BuildInfoReader
{
    /// <summary>Reads it.</summary>
    /// <param name="commit">The commit that is checked out.</param>
    /// <param name="assemblies">The assemblies that the cells refer to.</param>
    /// <param name="plotly">plotly.js, if it was found.</param>
    public static BuildInfo Read(Commit commit, IEnumerable<string> assemblies, PlotlySource? plotly) =>
        new(commit,
        [
            (".NET", Environment.Version.ToString(3)),
            ("Roslyn", typeof(CSharpCompilation).Assembly
                .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', '-')[0] ?? ""),
            .. assemblies.SelectMany(DirectDependencies).Distinct().OrderBy(static part => part.Name, StringComparer.OrdinalIgnoreCase),
            .. plotly is null ? Enumerable.Empty<(string, string)>() : [("plotly.js", plotly.Version)],
        ]);

    /// <summary>
    /// The packages that an assembly's project, and the projects that it is made of, name, as the build has noted them beside it.
    /// </summary>
    private static IEnumerable<(string Name, string Version)> DirectDependencies(string assembly)
    {
        var file = Path.ChangeExtension(assembly, ".deps.json");
        if (!File.Exists(file) || JsonNode.Parse(File.ReadAllBytes(file)) is not JsonObject noted
            || noted["targets"] is not JsonObject targets)
            return [];
        bool IsPackage(string library) => (string?)noted["libraries"]?[library]?["type"] == "package";
        return targets.Select(static target => target.Value).OfType<JsonObject>()
            .SelectMany(static target => target)
            .Where(library => !IsPackage(library.Key))
            .Select(static library => library.Value?["dependencies"]).OfType<JsonObject>()
            .SelectMany(static dependencies => dependencies.Select(static one => (one.Key, one.Value?.ToString() ?? "")))
            .Where(one => IsPackage($"{one.Key}/{one.Item2}"));
    }
}
