using System.Text;
using Notebooks.Book.Sources;

namespace Notebooks.Book.Site;

/// <summary>
/// The page in which a reader trains a network. Its text has a figure as the cover has one, a paragraph that is nothing but a link to
/// a section; where the book has its program the playground stands in that place, and the figure is what it falls back to.
/// </summary>
internal static class Playground
{
    private const string Place = "<figure class=\"hero\">";

    private const string Without = "<p>C# cannot run in this copy of the book, which was made without it. "
        + "The picture shows a network that notebook 04 has trained.</p>\n";

    /// <summary>True for the page.</summary>
    public static bool IsOn(BookPage page) => page.Href == BookSource.Playground;

    /// <summary>The page with its playground and its figure.</summary>
    /// <param name="page">The page as its text has it.</param>
    /// <param name="pages">All pages.</param>
    /// <param name="hasMachine">Whether the program is there that trains.</param>
    public static BookPage On(BookPage page, IReadOnlyList<BookPage> pages, bool hasMachine)
    {
        var still = CoverFigures.On(page, pages);
        var own = hasMachine ? Encoding.UTF8.GetString(Asset.Read("playground.html")) : Without;
        var html = still.Content.Html;
        var at = html.IndexOf(Place, StringComparison.Ordinal);
        return still with { Content = still.Content with { Html = at < 0 ? html + own : html.Insert(at, own) } };
    }
}
