namespace Notebooks.Sessions.Compiling;

/// <summary>What every cell may use without a reference of its own: the framework and .NET Interactive's types.</summary>
internal static class PlatformAssemblies
{
    private static readonly string[] Interactive =
    [
        "Microsoft.DotNet.Interactive",
        "Microsoft.DotNet.Interactive.Formatting",
        "Microsoft.AspNetCore.Html.Abstractions",
        "Notebooks.Cells",
    ];

    // What these are built on: an extension that brings its own copy must meet the same types.
    private static readonly string[] BehindInteractive = ["Microsoft.DotNet.Interactive.Documents", "System.Reactive"];

    private static readonly Lazy<Dictionary<string, string>> PathsByName = new(FindPaths);

    /// <summary>Their full paths.</summary>
    public static IEnumerable<string> Paths => PathsByName.Value.Values;

    /// <summary>Whether an assembly is one of them, which cells share with the engine.</summary>
    /// <param name="assemblyName">Its simple name.</param>
    public static bool IsShared(string assemblyName) =>
        PathsByName.Value.ContainsKey(assemblyName) || BehindInteractive.Contains(assemblyName, StringComparer.OrdinalIgnoreCase);

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
