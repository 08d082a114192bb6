using System.Reflection;

namespace Notebooks.Platform;

/// <summary>
/// Assemblies that every cell may use without a reference of its own: the framework, .NET Interactive's types, and what these are built
/// on. None of it refers to anything beyond, so that all sessions of a process see it alike.
/// </summary>
internal static class PlatformAssemblies
{
    private static readonly string[] Interactive =
    [
        "Microsoft.DotNet.Interactive",
        "Microsoft.DotNet.Interactive.Formatting",
        "Microsoft.AspNetCore.Html.Abstractions",
        "Notebooks.Cells",
        "Microsoft.DotNet.Interactive.Documents",
        "Microsoft.Bcl.AsyncInterfaces",
        "Microsoft.Bcl.HashCode",
        "Microsoft.CodeAnalysis",
        "System.Reactive",
    ];

    private static readonly Lazy<Dictionary<string, string>> RoslynByName = new(() => Find((name, _) => IsRoslyn(name)));
    private static readonly Lazy<Dictionary<string, string>> PathsByName = new(() => Find(IsVisible));

    /// <summary>Their full paths.</summary>
    public static IEnumerable<string> Paths => PathsByName.Value.Values;

    /// <summary>True if an assembly is shared with the engine.</summary>
    public static bool IsShared(string assemblyName) =>
        PathsByName.Value.ContainsKey(assemblyName) || RoslynByName.Value.ContainsKey(assemblyName);

    /// <summary>
    /// The file to reference where a package brings an assembly: the engine's own of those that are shared, null of those
    /// that cells have without any reference.
    /// </summary>
    public static string? InPlaceOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return PathsByName.Value.ContainsKey(name) ? null : RoslynByName.Value.GetValueOrDefault(name, path);
    }

    /// <summary>The version of a shared assembly.</summary>
    public static Version? VersionOf(string name) =>
        (PathsByName.Value.GetValueOrDefault(name) ?? RoslynByName.Value.GetValueOrDefault(name)) is { } path
            ? AssemblyName.GetAssemblyName(path).Version
            : null;

    // Of the compiler, .NET Interactive's types use one part; the others go with it.
    private static bool IsRoslyn(string name) => name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal);

    private static bool IsVisible(string name, string folder) =>
        folder == Path.GetDirectoryName(typeof(object).Assembly.Location) || Interactive.Contains(name);

    private static Dictionary<string, string> Find(Func<string, string, bool> isMeant) =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => isMeant(Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path)!))
            .DistinctBy(Path.GetFileNameWithoutExtension)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase);
}
