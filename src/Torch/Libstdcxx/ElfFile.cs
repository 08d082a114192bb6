using System.Buffers.Binary;
using System.Text;

namespace NeuralNets.Torch;

/// <summary>The dynamic symbols of a 64-bit little-endian ELF file and the versions they need; every access is checked.</summary>
/// <remarks>Layout: System V gABI, "Object Files", and the LSB's "Symbol Versioning".</remarks>
internal sealed class ElfFile
{
    private const int HeaderSize = 64;
    private const int SectionHeaderSize = 64;
    private const int SymbolSize = 24;
    private const uint DynamicSymbols = 11;
    private const uint VersionNeeds = 0x6ffffffe;
    private const uint SymbolVersions = 0x6fffffff;

    private readonly Section symbols;
    private readonly Section symbolNames;
    private readonly Section versions;
    private readonly Section needs;
    private readonly Section needNames;

    /// <summary>Reads the section table.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or it is cut short.</exception>
    public ElfFile(byte[] bytes)
    {
        Bytes = bytes;
        if (bytes.Length < HeaderSize || !bytes.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
            throw new InvalidDataException($"Expected a 64-bit little-endian ELF file, found {bytes.Length} bytes of something else.");

        var sections = ReadSections();
        symbols = Find(sections, DynamicSymbols, ".dynsym");
        versions = Find(sections, SymbolVersions, ".gnu.version");
        needs = Find(sections, VersionNeeds, ".gnu.version_r");
        symbolNames = Linked(sections, symbols);
        needNames = Linked(sections, needs);
    }

    /// <summary>The file, edits included.</summary>
    public byte[] Bytes { get; }

    private int SymbolCount => symbols.Size / SymbolSize;

    /// <summary>Marks a needed version as one that may be missing.</summary>
    /// <returns>The index by which symbols refer to the version.</returns>
    public ushort WeakenVersion(string version, ushort weakFlag)
    {
        var file = needs.Offset;
        while (true)
        {
            // Elf64_Verneed: version, count, file name, first entry, next record; all offsets relative to the record.
            var entry = Plus(file, UInt32(file + 8));
            for (var remaining = UInt16(file + 2); remaining > 0; remaining--)
            {
                // Elf64_Vernaux: hash, flags, index, name, next entry.
                if (Text(needNames, UInt32(entry + 8)) == version)
                {
                    Write(entry + 4, (ushort)(UInt16(entry + 4) | weakFlag));
                    return UInt16(entry + 6);
                }

                entry = Plus(entry, UInt32(entry + 12));
            }

            var next = UInt32(file + 12);
            if (next == 0)
                throw new InvalidDataException($"Expected a library that needs {version}, found none of that name in .gnu.version_r.");
            file = Plus(file, next);
        }
    }

    /// <summary>The numbers of the symbols that carry a version.</summary>
    public IReadOnlyList<int> SymbolsOfVersion(ushort version) =>
        [.. Enumerable.Range(0, SymbolCount).Where(i => UInt16(versions.Offset + (2 * i)) == version)];

    /// <summary>The number of the symbol with a name.</summary>
    public int FindSymbol(string name)
    {
        var found = Enumerable.Range(0, SymbolCount).FirstOrDefault(i => SymbolName(i) == name, -1);
        return found >= 0
            ? found
            : throw new InvalidDataException($"Expected a library that imports {name}, found no such symbol in .dynsym.");
    }

    /// <summary>The name of a symbol.</summary>
    public string SymbolName(int symbol) => Text(symbolNames, UInt32(symbols.Offset + (symbol * SymbolSize)));

    /// <summary>Gives a symbol another version.</summary>
    public void SetSymbolVersion(int symbol, ushort version) => Write(versions.Offset + (2 * symbol), version);

    /// <summary>Gives a symbol the name of another.</summary>
    public void SetSymbolName(int symbol, int other) =>
        Slice(symbols.Offset + (other * SymbolSize), 4).CopyTo(Slice(symbols.Offset + (symbol * SymbolSize), 4));

    private List<Section> ReadSections()
    {
        var table = Checked(UInt64(40));
        if (UInt16(58) != SectionHeaderSize)
            throw new InvalidDataException($"Expected section headers of {SectionHeaderSize} bytes, found {UInt16(58)}.");

        var sections = new List<Section>();
        for (var i = 0; i < UInt16(60); i++)
        {
            var header = Plus(table, (uint)(i * SectionHeaderSize));
            sections.Add(new(UInt32(header + 4), Checked(UInt64(header + 24)), UInt64(header + 32), UInt32(header + 40)));
        }

        return sections;
    }

    private Section Find(List<Section> sections, uint type, string name) =>
        Within(sections.Find(s => s.Type == type) ?? throw new InvalidDataException($"Expected a section {name}, found none."));

    private Section Linked(List<Section> sections, Section section) =>
        section.Link < sections.Count
            ? Within(sections[(int)section.Link])
            : throw new InvalidDataException($"Expected at most {sections.Count} sections, found a link to number {section.Link}.");

    private Section Within(Section section)
    {
        _ = Slice(section.Offset, section.Size);
        return section;
    }

    private string Text(Section strings, uint offset)
    {
        if (offset >= (uint)strings.Size)
            throw new InvalidDataException($"Expected a name within {strings.Size} bytes, found one at {offset}.");
        var rest = Slice(strings.Offset + (int)offset, strings.Size - (int)offset);
        var end = rest.IndexOf((byte)0);
        return Encoding.ASCII.GetString(end < 0 ? rest : rest[..end]);
    }

    private Span<byte> Slice(int offset, int length) =>
        offset >= 0 && length >= 0 && offset <= Bytes.Length - length
            ? Bytes.AsSpan(offset, length)
            : throw new InvalidDataException(
                $"Expected {length} bytes at {offset}, found a file of {Bytes.Length} bytes: it is cut short.");

    private int Checked(ulong offset) => offset <= (ulong)Bytes.Length ? (int)offset : throw CutShort(offset);

    private int Plus(int offset, uint distance) => Checked((ulong)offset + distance);

    private InvalidDataException CutShort(ulong offset) =>
        new($"Expected something at {offset}, found a file of {Bytes.Length} bytes: it is cut short.");

    private ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    private uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    private ulong UInt64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(Slice(offset, 8));

    private void Write(int offset, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Slice(offset, 2), value);

    private sealed record Section(uint Type, int Offset, ulong Length, uint Link)
    {
        /// <summary>In bytes; what exceeds the file is found by the first access.</summary>
        public int Size => (int)Math.Min(Length, int.MaxValue);
    }
}
