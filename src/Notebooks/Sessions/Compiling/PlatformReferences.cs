using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Notebooks.Sessions.Compiling;

/// <summary>The compiler's view of the <see cref="PlatformAssemblies"/>.</summary>
internal static class PlatformReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
        [.. PlatformAssemblies.Paths.Select(MetadataReference (path) => AssemblyMetadata.Create(Module(path)).GetReference(filePath: path))]);

    /// <summary>All of them, read once per process.</summary>
    public static ImmutableArray<MetadataReference> All => References.Value;

    // The framework's files are mostly compiled code: reading it too would cost 70 MB of memory.
    private static ModuleMetadata Module(string path) =>
        ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
}
