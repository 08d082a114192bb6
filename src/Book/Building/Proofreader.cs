using System.Text;
using Markdig.Syntax;
using Notebooks.Book.Pages;
using Notebooks.Book.Prose;
using Notebooks.Book.Sources;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Building;

/// <summary>Reads all prose before anything is executed: every formula can be set, every link leads somewhere.</summary>
internal static class Proofreader
{
    /// <summary>Checks the sources of a book.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="sources">The sources.</param>
    /// <exception cref="BookException">Names every mistake, one line each: file, cell, what is wrong.</exception>
    public static void Check(string root, IReadOnlyList<BookSource> sources)
    {
        var targets = LinkTargets.Of(root, sources);
        var pages = sources.ToDictionary(static source => source.Href, source => Read(source, targets), StringComparer.Ordinal);
        var anchors = sources.ToDictionary(static source => source.Href, source =>
            pages[source.Href].Headings.Select(static heading => heading.Id).Concat(CodeCells(source)).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var astray = pages.Values.SelectMany(static page => page.Links)
            .Where(link => link.Fragment.Length > 0 && !anchors[link.Page].Contains(link.Fragment))
            .Select(static link => $"{link.Where}: the link to '#{link.Fragment}' leads to no heading and no code cell of {link.Page}.");
        var problems = pages.Values.SelectMany(static page => page.Problems).Concat(astray).ToList();
        if (problems.Count > 0)
            throw new BookException(string.Join('\n', problems));
    }

    private static IEnumerable<string> CodeCells(BookSource source) => source.Notebook is null ? [] : source.Notebook.Cells
        .Where(static cell => cell.IsCode).Select(static cell => cell.Id).OfType<string>().Select(Anchor.Of);

    private static PageWriter Read(BookSource source, LinkTargets targets)
    {
        var page = new PageWriter(source.Path, targets);
        var prose = new ProseRenderer(page, new Dictionary<CodeBlock, string>());
        if (source.Notebook is null)
        {
            prose.Write(MarkdownReader.Parse(Encoding.UTF8.GetString(source.Content)), new Dictionary<string, string>());
            return page;
        }

        foreach (var cell in source.Notebook.Cells)
        {
            page.Cell++;
            if (cell.Type == "markdown")
                prose.Write(MarkdownReader.Parse(cell.Source), NotebookPage.Attachments(cell));
        }

        return page;
    }
}
