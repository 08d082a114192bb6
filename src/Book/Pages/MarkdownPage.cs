using Markdig.Syntax;
using Notebooks.Book.Code;
using Notebooks.Book.Prose;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Pages;

/// <summary>Makes a page from a Markdown file: glossary, corrections, data and sources.</summary>
internal static class MarkdownPage
{
    /// <summary>Renders the file.</summary>
    /// <param name="markdown">Its content.</param>
    /// <param name="page">Collects the page; problems are recorded there.</param>
    /// <param name="highlighter">Colours the code.</param>
    public static async Task<PageContent> RenderAsync(string markdown, PageWriter page, CodeHighlighter highlighter)
    {
        var document = MarkdownReader.Parse(markdown);
        var blocks = MarkdownReader.CSharpBlocks(document).ToList();
        var coloured = await highlighter.HighlightAsync([.. blocks.Select(static block => block.Lines.ToString())]);
        new ProseRenderer(page, blocks.Zip(coloured).ToDictionary(static pair => (CodeBlock)pair.First, static pair => pair.Second))
            .Write(document, new Dictionary<string, string>());
        return page.Finish();
    }
}
