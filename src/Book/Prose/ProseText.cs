using System.Text;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Notebooks.Book.Mathematics;

namespace Notebooks.Book.Prose;

/// <summary>Markdown as plain text, for anchors and for the search.</summary>
internal static class ProseText
{
    /// <summary>The text of a part of a document.</summary>
    public static string Of(MarkdownObject part)
    {
        var text = new StringBuilder();
        foreach (var inline in Parts(part))
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content),
                CodeInline code => text.Append(code.Content),
                MathInline math => text.Append(OfFormula(math.Content.ToString())),
                MathBlock math => text.Append(OfFormula(math.Lines.ToString())).Append(' '),
                CodeBlock code => text.Append(code.Lines).Append(' '),
                LineBreakInline or ParagraphBlock or HeadingBlock => text.Append(' '),
                HtmlEntityInline entity => text.Append(entity.Transcoded),
                _ => text,
            };
        }

        return text.ToString().Trim();
    }

    // Markdig's own walk begins below a block's first level, where a leaf has nothing.
    private static IEnumerable<MarkdownObject> Parts(MarkdownObject part) => part switch
    {
        LeafBlock { Inline: { } inline } => inline.Descendants(),
        LeafBlock or LeafInline => [part],
        _ => part.Descendants(),
    };

    private static string OfFormula(string tex)
    {
        try
        {
            return FormulaText.Of(tex);
        }
        catch (TeXException)
        {
            // Reported where the formula is set.
            return tex;
        }
    }
}
