namespace NeuralNets.Torch;

/// <summary>Three small edits that take from a 64-bit ELF library its need for <see cref="Version"/>.</summary>
/// <remarks>
/// The need stems from <see cref="Symbol"/> alone, which initialises the iostreams; libtorch's libraries do that anyway.
/// The version's entry becomes weak, the symbol loses its version, and its name becomes that of an imported function
/// that takes nothing and does nothing harmful.
/// </remarks>
internal static class LibstdcxxPatch
{
    /// <summary>The version of libstdc++ that came with GCC 13.</summary>
    public const string Version = "GLIBCXX_3.4.32";

    /// <summary>The symbol that came with it.</summary>
    public const string Symbol = "_ZSt21ios_base_library_initv";

    private const string Substitute = "_ZN3c1017get_default_dtypeEv";
    private const ushort WeakFlag = 0x2;
    private const ushort GlobalIndex = 1;

    /// <summary>The patched content of the library; the given bytes stay as they are.</summary>
    /// <exception cref="InvalidDataException">It is no such library, or the need has another reason.</exception>
    public static byte[] Apply(byte[] library)
    {
        var elf = new ElfFile((byte[])library.Clone());
        var index = elf.WeakenVersion(Version, WeakFlag);
        var needing = elf.SymbolsOfVersion(index);
        if (needing is not [var symbol] || elf.SymbolName(symbol) != Symbol)
        {
            var names = string.Join(", ", needing.Select(elf.SymbolName));
            throw new InvalidDataException($"Expected {Symbol} alone to need {Version}, found: {names}.");
        }

        elf.SetSymbolVersion(symbol, GlobalIndex);
        elf.SetSymbolName(symbol, elf.FindSymbol(Substitute));
        return elf.Bytes;
    }
}
