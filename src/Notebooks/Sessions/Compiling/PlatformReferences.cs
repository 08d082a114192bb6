using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
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
        [
        .. Paths.Value.Values.Zip(
            Paths.Value.Values.Select(Module).Select(Assembly),
            MetadataReference (path, assembly) => assembly.GetReference(filePath: path)),
    ]);

    /// <summary>All of them, read once per process.</summary>
    public static ImmutableArray<MetadataReference> All => References.Value;

    /// <summary>Whether an assembly is one of them, which cells share with the engine.</summary>
    /// <param name="assemblyName">Its simple name.</param>
    public static bool IsShared(string assemblyName) => Paths.Value.ContainsKey(assemblyName);

    // The framework's files are mostly compiled code: reading it too would cost 70 MB of memory.
    private static ModuleMetadata Module(string path) =>
        ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);

    private static AssemblyMetadata Assembly(ModuleMetadata module) => AssemblyMetadata.Create(module);

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
