using Markdig.Extensions.Alerts;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Prose;

/// <summary>Writes Markdown as the book's HTML.</summary>
internal sealed class ProseRenderer(PageWriter page, IReadOnlyDictionary<CodeBlock, string> highlighted)
{
    /// <summary>Adds a cell's or file's prose to the page.</summary>
    /// <param name="document">The Markdown.</param>
    /// <param name="attachments">Pictures that the cell carries with it, name to <c>data:</c> address.</param>
    public void Write(MarkdownDocument document, IReadOnlyDictionary<string, string> attachments)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(static link => link.Url is not null))
        {
            link.Url = link.Url!.StartsWith("attachment:", StringComparison.Ordinal)
                && attachments.TryGetValue(link.Url[11..], out var data)
                ? data
                : page.Targets.Resolve(link.Url, page);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(static link => !link.IsImage && LeadsOutside(link.Url)))
            link.GetAttributes().AddProperty("rel", "external");
        foreach (var link in document.Descendants<AutolinkInline>().Where(static link => LeadsOutside(link.Url)))
            link.GetAttributes().AddProperty("rel", "external");

        MarginNotes.Mark(document);
        foreach (var block in document)
        {
            if (block is HeadingBlock heading)
                WriteHeading(heading);
            else
                WriteBlock(block);
        }
    }

    /// <summary>A part of a document as HTML.</summary>
    public string Html(MarkdownObject part)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        MarkdownReader.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new FormulaInlineRenderer(page));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new FormulaBlockRenderer(page));
        renderer.ObjectRenderers.ReplaceOrAdd<QuoteBlockRenderer>(new NoteRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<AlertBlockRenderer>(new AlertRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeRenderer(highlighted));
        if (part is LeafBlock { Inline: { } inline })
            renderer.WriteChildren(inline);
        else
            renderer.Render(part);
        return text.ToString();
    }

    private static bool LeadsOutside(string? url) =>
        url is not null && (url.StartsWith("https:", StringComparison.Ordinal) || url.StartsWith("http:", StringComparison.Ordinal));

    private void WriteHeading(HeadingBlock heading)
    {
        if (heading.Level <= 2)
            page.FoldChecks();
        var html = Html(heading);
        var id = page.BeginSection(heading.Level, ProseText.Of(heading), PlainText.WithoutLinks(html));
        page.Html.Append(heading.Level == 1
            ? $"<h1 id=\"{id}\">{html}</h1>\n"
            : $"<h{heading.Level} id=\"{id}\">{html}"
                + $"<a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to this section\">#</a></h{heading.Level}>\n");
    }

    private void WriteBlock(Block block)
    {
        page.AddSearchText(ProseText.Of(block));
        var html = Html(block);
        if (block is ParagraphBlock && page.Summary.Length == 0)
            page.Summary = html;
        page.Html.Append(block switch
        {
            ParagraphBlock { Inline: { FirstChild: MathInline { DelimiterCount: 2 } only } inline } when only == inline.LastChild =>
                html + "\n",
            ParagraphBlock => $"<p>{html}</p>\n",
            Table => TableCards.Of(html),
            _ => html,
        });
    }
}
