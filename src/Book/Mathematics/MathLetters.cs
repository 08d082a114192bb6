using System.Text;

namespace Notebooks.Book.Mathematics;

/// <summary>
/// Letters of the mathematical alphabets. MathML Core leaves them to Unicode: the block Mathematical Alphanumeric Symbols
/// (U+1D400…), and for a few letters older code points elsewhere.
/// </summary>
internal static class MathLetters
{
    // Where the block has a hole, the letter had a code point before the block was made (Unicode, chapter 22.2).
    private static readonly Dictionary<int, int> Holes = new()
    {
        [0x1D455] = 0x210E,
        [0x1D49D] = 0x212C,
        [0x1D4A0] = 0x2130,
        [0x1D4A1] = 0x2131,
        [0x1D4A3] = 0x210B,
        [0x1D4A4] = 0x2110,
        [0x1D4A7] = 0x2112,
        [0x1D4A8] = 0x2133,
        [0x1D4AD] = 0x211B,
        [0x1D4BA] = 0x212F,
        [0x1D4BC] = 0x210A,
        [0x1D4C4] = 0x2134,
        [0x1D506] = 0x212D,
        [0x1D50B] = 0x210C,
        [0x1D50C] = 0x2111,
        [0x1D515] = 0x211C,
        [0x1D51D] = 0x2128,
        [0x1D53A] = 0x2102,
        [0x1D53F] = 0x210D,
        [0x1D545] = 0x2115,
        [0x1D547] = 0x2119,
        [0x1D548] = 0x211A,
        [0x1D549] = 0x211D,
        [0x1D551] = 0x2124,
    };

    /// <summary>The character in the alphabet, or the character itself where the alphabet has none.</summary>
    /// <param name="character">A letter or digit: ASCII, or a Greek letter.</param>
    /// <param name="alphabet">The alphabet.</param>
    public static string In(MathAlphabet alphabet, string character)
    {
        var c = Rune.GetRuneAt(character, 0).Value;
        var letter = c switch
        {
            >= 'A' and <= 'Z' => Latin(alphabet) is { } capital ? capital + c - 'A' : c,
            >= 'a' and <= 'z' => Latin(alphabet) is { } capital ? capital + 26 + c - 'a' : c,
            >= '0' and <= '9' => Digit(alphabet) is { } zero ? zero + c - '0' : c,
            >= 'Α' and <= 'Ω' => Greek(alphabet) is { } alpha ? alpha + c - 'Α' : c,
            >= 'α' and <= 'ω' => Greek(alphabet) is { } alpha ? alpha + 26 + c - 'α' : c,
            '∇' => Greek(alphabet) is { } alpha ? alpha + 25 : c,
            '∂' => Greek(alphabet) is { } alpha ? alpha + 51 : c,
            _ => c,
        };
        return new Rune(Holes.GetValueOrDefault(letter, letter)).ToString();
    }

    private static int? Latin(MathAlphabet alphabet) => alphabet switch
    {
        MathAlphabet.Bold => 0x1D400,
        MathAlphabet.BoldItalic => 0x1D468,
        MathAlphabet.Script => 0x1D49C,
        MathAlphabet.Fraktur => 0x1D504,
        MathAlphabet.DoubleStruck => 0x1D538,
        MathAlphabet.SansSerif => 0x1D5A0,
        MathAlphabet.Monospace => 0x1D670,
        _ => null,
    };

    private static int? Digit(MathAlphabet alphabet) => alphabet switch
    {
        MathAlphabet.Bold or MathAlphabet.BoldItalic => 0x1D7CE,
        MathAlphabet.DoubleStruck => 0x1D7D8,
        MathAlphabet.SansSerif => 0x1D7E2,
        MathAlphabet.Monospace => 0x1D7F6,
        _ => null,
    };

    private static int? Greek(MathAlphabet alphabet) => alphabet switch
    {
        MathAlphabet.Bold => 0x1D6A8,
        MathAlphabet.BoldItalic => 0x1D71C,
        _ => null,
    };
}
