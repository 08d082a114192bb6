using System.Globalization;
using System.Text;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Site;

/// <summary>The list of the book's pages beside each of them, with the sections of the page itself.</summary>
internal static class PageContents
{
    /// <summary>The list.</summary>
    public static string Of(BookContents book, BookPage current)
    {
        var html = new StringBuilder("<ol>\n");
        html.Append(CultureInfo.InvariantCulture,
            $"<li><a href=\"{book.Cover.Href}\"{(current == book.Cover ? " aria-current=\"page\"" : "")}>Cover</a></li>\n");
        foreach (var page in book.Pages)
        {
            var here = page == current ? " aria-current=\"page\"" : "";
            var number = page.Number.Length == 0 ? "" : $"<span class=\"number\">{page.Number}</span> ";
            html.Append(CultureInfo.InvariantCulture,
                $"<li{(page.Number.Length == 0 ? " class=\"aside\"" : "")}><a href=\"{page.Href}\"{here}>{number}{page.Content.Title}</a>");
            if (page == current)
                html.Append(Sections(page.Content.Headings));
            html.Append("</li>\n");
        }

        return html.Append("</ol>").ToString();
    }

    /// <summary>The page's own sections, two levels deep.</summary>
    internal static string Sections(IReadOnlyList<Heading> headings)
    {
        var html = new StringBuilder();
        var below = false;
        foreach (var heading in headings.Where(static heading => heading.Level is 2 or 3))
        {
            if (heading.Level == 2 && html.Length > 0)
                html.Append(below ? "</li></ol></li>" : "</li>");
            if (heading.Level == 3)
                html.Append(below ? "</li>" : html.Length == 0 ? "<li><ol>" : "<ol>");
            below = heading.Level == 3;
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{heading.Id}\">{heading.Html}</a>");
        }

        return html.Length == 0 ? "" : $"<ol>{html}{(below ? "</li></ol></li>" : "</li>")}</ol>";
    }
}
