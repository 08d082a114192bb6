using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace NeuralNets.Charts;

/// <summary>The version of FSharp.Core that a library asks for.</summary>
/// <remarks>
/// Plotly.NET asks for 10.1, what it is built on for 4 and 5. A kernel that brings 10.0, as .NET Interactive does, would
/// give that one to the latter: their types would not be those of Plotly.NET, and no chart could be made. So the build
/// lets the copies beside this library ask for what Plotly.NET asks for.
/// </remarks>
internal static class FSharpCoreReference
{
    private const string Name = "FSharp.Core";

    /// <summary>Writes a copy of a library that asks for the same FSharp.Core as another does.</summary>
    /// <param name="library">The library.</param>
    /// <param name="other">The other.</param>
    /// <param name="copy">Where the copy is written.</param>
    public static void CopyAsking(string library, string other, string copy)
    {
        var (image, version) = (File.ReadAllBytes(library), VersionIn(other)!);
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        var row = MetadataTokens.GetRowNumber(Find(metadata)!.Value) - 1;
        // An entry begins with its version, in four numbers of two bytes.
        var entry = image.AsSpan(reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef) + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef)));
        foreach (var (i, part) in new[] { version.Major, version.Minor, version.Build, version.Revision }.Index())
            BinaryPrimitives.WriteUInt16LittleEndian(entry[(2 * i)..], (ushort)part);
        File.WriteAllBytes(copy, image);
    }

    /// <summary>The version that a library asks for; null if it asks for none.</summary>
    public static Version? VersionIn(string library)
    {
        using var reader = new PEReader(File.OpenRead(library));
        var metadata = reader.GetMetadataReader();
        return Find(metadata) is { } found ? metadata.GetAssemblyReference(found).Version : null;
    }

    private static AssemblyReferenceHandle? Find(MetadataReader metadata) => metadata.AssemblyReferences
        .Where(r => metadata.StringComparer.Equals(metadata.GetAssemblyReference(r).Name, Name))
        .Select(r => (AssemblyReferenceHandle?)r)
        .FirstOrDefault();
}
