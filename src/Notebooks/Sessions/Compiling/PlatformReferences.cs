using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Notebooks.Sessions.Compiling;

/// <summary>What every cell may use without a reference of its own: the framework and .NET Interactive's types.</summary>
internal static class PlatformReferences
{
    private static readonly string[] Interactive =
    [
        "Microsoft.DotNet.Interactive",
        "Microsoft.DotNet.Interactive.Formatting",
        "Microsoft.AspNetCore.Html.Abstractions",
    ];

    private static readonly Lazy<Dictionary<string, string>> Paths = new(FindPaths);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
        [.. Paths.Value.Values.Select(MetadataReference (path) => MetadataReference.CreateFromFile(path))]);

    /// <summary>All of them, read once per process.</summary>
    public static ImmutableArray<MetadataReference> All => References.Value;

    /// <summary>Whether an assembly is one of them, which cells share with the engine.</summary>
    /// <param name="assemblyName">Its simple name.</param>
    public static bool IsShared(string assemblyName) => Paths.Value.ContainsKey(assemblyName);

    private static Dictionary<string, string> FindPaths()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == framework
                || Interactive.Contains(Path.GetFileNameWithoutExtension(path)))
            .DistinctBy(Path.GetFileNameWithoutExtension)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase);
    }
}
