using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using Microsoft.CodeAnalysis;
using Notebooks.Platform;

namespace Notebooks.Sessions.Compiling;

/// <summary>
/// The compiler's view of the <see cref="PlatformAssemblies"/>. The files are read once per process; what the compiler makes
/// of them is each session's own: of two that compile at the same moment, one would take over now its own, now the other's
/// symbols, and its cells would no longer agree with each other.
/// </summary>
internal static class PlatformReferences
{
    private static readonly Lazy<ImmutableArray<(string Path, ModuleMetadata Module)>> Files = new(() =>
        [.. PlatformAssemblies.Paths.Select(path => (path, Module(path)))]);

    /// <summary>All of them, for one session.</summary>
    public static ImmutableArray<MetadataReference> Create() =>
        [.. Files.Value.Select(MetadataReference (file) => AssemblyMetadata.Create(file.Module).GetReference(filePath: file.Path))];

    // The framework's files are mostly compiled code: mapped, only what the compiler looks at comes into memory.
    private static ModuleMetadata Module(string path)
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle;
        var stays = false;
        view.DangerousAddRef(ref stays); // As long as the process, as the references do.
        return ModuleMetadata.CreateFromImage(view.DangerousGetHandle(), checked((int)view.ByteLength));
    }
}
