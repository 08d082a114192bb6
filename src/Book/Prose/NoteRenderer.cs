using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Notebooks.Book.Prose;

/// <summary>Writes a quotation; one that begins with bold words is a note, coloured by what those words announce.</summary>
internal sealed class NoteRenderer : HtmlObjectRenderer<QuoteBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, QuoteBlock obj)
    {
        var kind = Kind(obj);
        renderer.EnsureLine();
        var place = MarginNotes.IsBeside(obj) ? " beside" : "";
        renderer.WriteLine(kind is null ? "<blockquote>" : $"<div class=\"note {kind}{place}\" role=\"note\">");
        renderer.WriteChildren(obj);
        renderer.WriteLine(kind is null ? "</blockquote>" : "</div>");
    }

    private static string? Kind(QuoteBlock quote)
    {
        if (quote is not [ParagraphBlock { Inline.FirstChild: EmphasisInline { DelimiterCount: 2 } lead }, ..])
            return null;
        var words = ProseText.Of(lead);
        return words switch
        {
            _ when Says("python") => "python",
            _ when Says("correct") || Says("right version") => "corrected",
            _ when Says("publish") || Says("original") || Says("in print") => "published",
            _ => "plain",
        };

        bool Says(string word) => words.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
