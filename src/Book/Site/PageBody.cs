using System.Globalization;

namespace Notebooks.Book.Site;

/// <summary>Body of a page other than the cover.</summary>
internal static class PageBody
{
    private const string TitleEnd = "</h1>\n";

    /// <summary>The body: below the title the notebook to download, and what went wrong, if anything did.</summary>
    public static string Of(BookPage page)
    {
        var below = page.Download is null ? "" : $"<p class=\"about\"><a href=\"{page.Download}\" download>Download the notebook</a></p>\n";
        if (page.Content.FailedCell > 0)
        {
            below += string.Create(
                CultureInfo.InvariantCulture,
                $"<p class=\"failed\" role=\"status\">This notebook stopped at "
                + $"<a href=\"#cell-{page.Content.FailedCell}\">cell {page.Content.FailedCell}</a>; what follows was not executed.</p>\n");
        }

        var html = page.Content.Html;
        var at = html.StartsWith("<h1", StringComparison.Ordinal) ? html.IndexOf(TitleEnd, StringComparison.Ordinal) + TitleEnd.Length : 0;
        return $"<article>\n{html[..at]}{below}{html[at..]}</article>";
    }
}
