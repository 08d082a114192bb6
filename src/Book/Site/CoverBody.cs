using System.Globalization;
using System.Text;
using Notebooks.Book.Pages;

namespace Notebooks.Book.Site;

/// <summary>The cover: its text, and the map of the chapter.</summary>
internal static class CoverBody
{
    /// <summary>The body of the cover.</summary>
    public static string Of(BookContents book)
    {
        var html = new StringBuilder("<article>\n").Append(book.Cover.Content.Html);
        var styles = new HashSet<string>(StringComparer.Ordinal);
        html.Append("<section class=\"map\" aria-labelledby=\"map\"><h2 id=\"map\">The chapter</h2>\n<ol>\n");
        foreach (var page in book.Pages.Where(static page => page.Download is not null))
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li><span class=\"number\" aria-hidden=\"true\">{page.Number}</span><div><h3>"
                + $"<a href=\"{page.Href}\">{page.Content.Title}</a></h3>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{PlainText.WithoutLinks(page.Content.Summary)}</p>\n<ul>");
            foreach (var heading in page.Content.Headings.Where(static heading => heading.Level == 2))
                html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{page.Href}#{heading.Id}\">{heading.Html}</a></li>");
            html.Append("</ul></div>");
            if (page.Content.Picture.Length > 0)
                html.Append("<div class=\"picture\" aria-hidden=\"true\">")
                    .Append(Figures.WithoutRepeatedStyles(page.Content.Picture, styles)).Append("</div>");
            html.Append("</li>\n");
        }

        html.Append("</ol>\n");
        var around = book.Pages.Where(static page => page.Download is null)
            .Select(static page => $"<a href=\"{page.Href}\">{page.Content.Title}</a>").ToList();
        if (around.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"around\">And around it: {string.Join(" · ", around)}.</p>\n");
        return html.Append("</section>\n</article>").ToString();
    }
}
