using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using Microsoft.CodeAnalysis;

namespace Notebooks.Sessions.Compiling;

/// <summary>The compiler's view of the <see cref="PlatformAssemblies"/>.</summary>
internal static class PlatformReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
        [.. PlatformAssemblies.Paths.Select(MetadataReference (path) => AssemblyMetadata.Create(Module(path)).GetReference(filePath: path))]);

    /// <summary>All of them, read once per process.</summary>
    public static ImmutableArray<MetadataReference> All => References.Value;

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
