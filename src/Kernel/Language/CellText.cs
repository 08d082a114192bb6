using System.Text;

namespace Notebooks.Jupyter.Language;

/// <summary>A cell's text on its way between a front end and the C# parser.</summary>
internal static class CellText
{
    /// <summary>A position in UTF-16 units, as .NET counts, from one in characters, as Jupyter counts.</summary>
    /// <param name="code">The text.</param>
    /// <param name="characters">How many characters are before the position; too many mean the end.</param>
    public static int FromCharacters(string code, int characters)
    {
        var position = 0;
        foreach (var rune in code.EnumerateRunes())
        {
            if (characters-- <= 0)
                break;
            position += rune.Utf16SequenceLength;
        }

        return position;
    }

    /// <summary>The inverse of <see cref="FromCharacters"/>.</summary>
    /// <param name="code">The text.</param>
    /// <param name="position">A position in it.</param>
    public static int ToCharacters(string code, int position) => code.AsSpan(0, position).EnumerateRunes().Count();

    private static int Count(this SpanRuneEnumerator runes)
    {
        var count = 0;
        foreach (var _ in runes)
            count++;
        return count;
    }
}
