using Markdig.Extensions.Mathematics;
using Markdig.Syntax;

namespace Notebooks.Book.Prose;

/// <summary>Which notes a wide page sets into its margin: those beside which enough text follows, or a hole would gape below it.</summary>
internal static class MarginNotes
{
    private const string Key = "beside";

    // The page's grid in pixels, about: characters in a line, and how high a line and the space around a block are.
    private static readonly (int Characters, double Line, double Around) InMargin = (30, 23, 20);
    private static readonly (int Characters, double Line, double Around) InText = (74, 29, 17);

    // Some room below the text does no harm.
    private const double Allowed = 40;

    /// <summary>Marks them.</summary>
    public static void Mark(MarkdownDocument document)
    {
        for (var i = 0; i < document.Count; i++)
        {
            if (document[i] is QuoteBlock quote && !quote.Descendants<MathBlock>().Any() && !quote.Descendants<CodeBlock>().Any())
            {
                var beside = document.Skip(i + 1).TakeWhile(static block => block is ParagraphBlock or ListBlock)
                    .Sum(static block => Height(block, InText));
                if (Height(quote, InMargin) <= beside + Allowed)
                    quote.SetData(Key, true);
            }
        }
    }

    /// <summary>True if the note was marked.</summary>
    public static bool IsBeside(QuoteBlock note) => note.ContainsData(Key);

    private static double Height(Block block, (int Characters, double Line, double Around) column) =>
        (Math.Ceiling((double)ProseText.Of(block).Length / column.Characters) * column.Line) + column.Around;
}
