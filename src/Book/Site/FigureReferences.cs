using System.Text.RegularExpressions;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Site;

/// <summary>
/// References to figures: a link to a code cell, by the cell's id, becomes one to the figure that the cell shows, and reads as its
/// number: <c>[the map above](#cell-id)</c> becomes <i>Figure 3.2</i>.
/// </summary>
internal static partial class FigureReferences
{
    /// <summary>The pages with the numbers.</summary>
    /// <param name="pages">The pages.</param>
    /// <exception cref="BookException">Links lead to cells that show no figure; the message names every one.</exception>
    public static List<BookPage> In(IReadOnlyList<BookPage> pages)
    {
        var contents = pages.ToDictionary(static page => page.Href, static page => page.Content, StringComparer.Ordinal);
        var problems = pages.SelectMany(static page => page.Content.Links)
            .Where(link => LeadsToACell(contents[link.Page], link.Fragment) && FigureOf(contents[link.Page], link.Fragment) is null)
            .Select(static link => $"{link.Where}: the link to '#{link.Fragment}' leads to a cell of {link.Page} that shows no figure.")
            .ToList();
        if (problems.Count > 0)
            throw new BookException(string.Join('\n', problems));
        return [.. pages.Select(page => page with { Content = page.Content with { Html = Numbered(page.Content.Html, contents) } })];
    }

    private static string Numbered(string html, Dictionary<string, PageContent> contents) => Link().Replace(html, link =>
    {
        var (page, cell) = (link.Groups["page"].Value, link.Groups["cell"].Value);
        return contents.TryGetValue(page, out var content) && LeadsToACell(content, cell) && FigureOf(content, cell) is { } figure
            ? $"<a href=\"{page}#{figure.Id}\">Figure {figure.Number}</a>"
            : link.Value;
    });

    /// <summary>True where no heading has the name; on a page that stopped at an error nothing is known of its cells.</summary>
    private static bool LeadsToACell(PageContent page, string fragment) =>
        fragment.Length > 0 && page.FailedCell == 0 && page.Headings.All(heading => heading.Id != fragment);

    private static PageFigure? FigureOf(PageContent page, string cell) => page.Figures.FirstOrDefault(figure => figure.Cell == cell);

    [GeneratedRegex("<a href=\"(?<page>[^\"#]+)#(?<cell>[^\"]+)\">((?!</a>).)*</a>", RegexOptions.Singleline)]
    private static partial Regex Link();
}
