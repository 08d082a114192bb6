using System.Globalization;
using System.Text;
using Notebooks.Book.Pages;

namespace Notebooks.Book.Site;

/// <summary>The cover: its text, the map of the chapter, and how to cite it.</summary>
internal static class CoverBody
{
    /// <summary>The body of the cover.</summary>
    public static string Of(BookContents book)
    {
        var html = new StringBuilder("<article>\n").Append(book.Cover.Content.Html);
        var styles = book.Cover.Content.Styles.ToList();
        html.Append("<section class=\"map\" aria-labelledby=\"map\"><h2 id=\"map\">The chapter</h2>\n<ol>\n");
        foreach (var page in book.Pages.Where(static page => page.Download is not null))
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li><span class=\"number\" aria-hidden=\"true\">{page.Number}</span><div><h3>"
                + $"<a href=\"{page.Href}\">{page.Content.Title}</a></h3>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{PlainText.WithoutLinks(page.Content.Summary)}</p></div>");
            if (page.Content.Figures.FirstOrDefault(static figure => figure.Picture.Length > 0) is { } figure)
                html.Append("<div class=\"picture\" aria-hidden=\"true\">")
                    .Append(Figures.WithoutRepeatedStyles(figure.Picture, styles)).Append("</div>");
            html.Append("</li>\n");
        }

        html.Append("</ol>\n");
        var around = book.Pages.Where(static page => page.Download is null)
            .Select(static page => $"<a href=\"{page.Href}\">{page.Content.Title}</a>").ToList();
        if (around.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"around\">And around it: {string.Join(" · ", around)}.</p>\n");
        return html.Append("</section>\n").Append(AboutBook.Of(book)).Append("</article>").ToString();
    }
}
