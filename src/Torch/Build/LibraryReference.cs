using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace NeuralNets.Torch;

/// <summary>The version of a library that another asks for.</summary>
/// <remarks>
/// The build lets some copies beside this library ask for a newer version than they were made with. Plotly.NET asks for
/// FSharp.Core 10.1, what it is built on for 4 and 5: .NET Interactive, which brings 10.0, would give its own to the latter
/// and ours to the former, whose types are not the same, and no chart could be made. TorchSharp asks for the numbers of
/// .NET 8, and .NET Interactive would warn of that (CS1701) in each cell that makes a tensor.
/// </remarks>
internal static class LibraryReference
{
    /// <summary>Writes a copy of a library that asks for another version; called by the build.</summary>
    /// <param name="library">The file of the library.</param>
    /// <param name="reference">The library that it asks for, by name.</param>
    /// <param name="version">The version that the copy asks for.</param>
    /// <param name="copy">Where the copy is written.</param>
    public static void CopyAsking(string library, string reference, string version, string copy)
    {
        var image = File.ReadAllBytes(library);
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        var row = MetadataTokens.GetRowNumber(Find(metadata, reference)!.Value) - 1;
        // An entry begins with its version, in four numbers of two bytes.
        var entry = image.AsSpan(reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef)));
        var parsed = Version.Parse(version);
        foreach (var (i, part) in new[] { parsed.Major, parsed.Minor, parsed.Build, parsed.Revision }.Index())
            BinaryPrimitives.WriteUInt16LittleEndian(entry[(2 * i)..], (ushort)part);
        File.WriteAllBytes(copy, image);
    }

    /// <summary>The version of another library that one asks for; null if it does not ask for it.</summary>
    public static Version? VersionIn(string library, string reference)
    {
        using var reader = new PEReader(File.OpenRead(library));
        var metadata = reader.GetMetadataReader();
        return Find(metadata, reference) is { } found ? metadata.GetAssemblyReference(found).Version : null;
    }

    private static AssemblyReferenceHandle? Find(MetadataReader metadata, string name) => metadata.AssemblyReferences
        .Where(r => metadata.StringComparer.Equals(metadata.GetAssemblyReference(r).Name, name))
        .Select(r => (AssemblyReferenceHandle?)r)
        .FirstOrDefault();
}
