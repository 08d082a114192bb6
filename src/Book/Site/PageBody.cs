using System.Globalization;
using Notebooks.Book.Downloads;

namespace Notebooks.Book.Site;

/// <summary>Body of a page other than the cover.</summary>
internal static class PageBody
{
    private const string TitleEnd = "</h1>\n";

    /// <summary>The body: below the title the notebook to download, how much code to show, and what went wrong, if anything did.</summary>
    /// <param name="page">The page.</param>
    /// <param name="settings">What the book says about itself.</param>
    /// <param name="runs">Whether its cells run in it.</param>
    public static string Of(BookPage page, BookSettings settings, bool runs = false)
    {
        var html = page.Content.Html;
        var below = page.Download is null ? "" : About(page, page.Download, settings, runs);
        if (page.Content.FailedCell > 0)
        {
            below += string.Create(
                CultureInfo.InvariantCulture,
                $"<p class=\"failed\" role=\"status\">This notebook stopped at "
                + $"<a href=\"#cell-{page.Content.FailedCell}\">cell {page.Content.FailedCell}</a>; what follows was not executed.</p>\n");
        }

        var at = html.StartsWith("<h1", StringComparison.Ordinal) ? html.IndexOf(TitleEnd, StringComparison.Ordinal) + TitleEnd.Length : 0;
        return $"<article>\n{html[..at]}{below}{html[at..]}</article>";
    }

    private static string About(BookPage page, Download download, BookSettings settings, bool runs)
    {
        var isFolded = page.Content.Html.Contains("<details class=\"code", StringComparison.Ordinal);
        var (what, size) = download.ArchiveSize is not { } bytes ? ("notebook", "") : ("notebooks", string.Create(
            CultureInfo.InvariantCulture, $"<span>all of them, with library and data, {Math.Ceiling(bytes / 1000.0):N0} KB</span>"));
        return $"<div class=\"about\"><a href=\"{download.File}\" download>Download the {what}</a>{size}"
            + $"{(isFolded ? "<span class=\"choices\"></span>" : "")}{(runs ? RunningPage.Words : "")}"
            + $"{HowItRuns(download, settings)}</div>\n";
    }

    private static string HowItRuns(Download download, BookSettings settings)
    {
        var byItself = download.ArchiveSize is null ? "" :
            $"<p>Unpack the download and open <code>notebooks/{download.Notebook}</code> in VS Code or Jupyter with a C# kernel: its first "
            + "cell loads the library that came along, and what that needs from nuget.org.</p>";
        return byItself + InACopy(download, settings) is { Length: > 0 } how
            ? $"<details><summary>How it runs</summary>{how}</details>"
            : "";
    }

    private static string InACopy(Download download, BookSettings settings)
    {
        if (settings.Run is not { } run)
            return "";
        var copy = settings.Repository is { } repository
            ? $"<a href=\"{Html.Escape(repository.AbsoluteUri)}\" rel=\"external\">the repository</a>"
            : "the repository";
        var command = Html.Escape(run.Replace("{notebook}", $"notebooks/{download.Notebook}", StringComparison.Ordinal));
        return $"<p>In a copy of {copy}, with the .NET SDK and nothing else:</p>"
            + $"<div class=\"code\"><pre><code>{command}</code></pre></div>";
    }
}
