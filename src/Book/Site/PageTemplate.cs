using System.Globalization;
using System.Text;

namespace Notebooks.Book.Site;

/// <summary>
/// The frame around every page: bar, contents, turning the page, foot. By keyboard, and without styles, the text comes first.
/// </summary>
internal static class PageTemplate
{
    private const string WithoutPlotly =
        "<p>The figures on this page tell no values when pointed at: plotly.js was not found when the book was built.</p>";

    /// <summary>The whole page.</summary>
    public static string Render(BookContents book, BookPage page, string body)
    {
        var at = book.All.Index().First(entry => entry.Item == page).Index;
        var previous = at > 0 ? book.All[at - 1] : null;
        var next = at + 1 < book.All.Count ? book.All[at + 1] : null;
        var isLive = page.Content.FigureScript.Length > 0;
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            {PageHead.Of(book, page, isLive && book.HasPlotly)}
            </head>
            <body{(page == book.Cover ? " class=\"cover\"" : "")}>
            <a class="skip" href="#text">Skip to the text</a>
            <header class="bar">
            <button type="button" class="menu" aria-controls="contents" aria-expanded="false">Contents</button>
            <a class="home" href="{book.Cover.Href}">{Html.Escape(book.Title)}</a>
            {(page == book.Cover ? "" : $"<a class=\"here\" href=\"#text\">{page.Number} {PlainText.WithoutLinks(page.Content.Title)}</a>")}
            {Turning(previous, next)}
            <button type="button" class="search" aria-keyshortcuts="/">Search<kbd aria-hidden="true">/</kbd></button>
            <button type="button" class="theme"><span>Auto</span></button>
            </header>
            <main id="text" tabindex="-1">
            {body}
            {Turn(previous, next, book)}
            </main>
            <nav id="contents" class="contents" aria-label="Contents">
            {PageContents.Of(book, page)}
            </nav>
            <footer class="foot">
            <p>{Html.Escape(book.Build.Sentence)}</p>
            {PageFoot(book)}
            {(isLive && !book.HasPlotly ? WithoutPlotly : "")}
            </footer>
            {(isLive ? $"<script>{page.Content.FigureScript}</script>" : "")}
            {Scripts(book, page)}
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>The scripts come last: what the first paint needs has the line for itself.</summary>
    private static string Scripts(BookContents book, BookPage page)
    {
        var html = new StringBuilder("<script src=\"assets/book.js\" defer></script>");
        if (Playground.IsOn(page) && book.HasMachine)
            html.Append("\n<script src=\"assets/playground.js\" defer></script>");
        if (RunningPage.IsOn(page, book))
            html.Append("\n<script src=\"assets/running.js\" defer></script>");
        return html.ToString();
    }

    /// <summary>Both neighbours in the bar, as a reader by pointer finds them; by keyboard there are the arrow keys.</summary>
    private static string Turning(BookPage? previous, BookPage? next)
    {
        var html = new StringBuilder("<span class=\"turning\" aria-hidden=\"true\">");
        foreach (var (page, sign, words) in new[] { (previous, "←", "Previous"), (next, "→", "Next") })
        {
            if (page is null)
                continue;
            var title = $"{words}: {Html.Escape(PlainText.Of(page.Content.Title))} ({sign})";
            html.Append(CultureInfo.InvariantCulture, $"<a tabindex=\"-1\" href=\"{page.Href}\" title=\"{title}\">{sign}</a>");
        }

        return html.Append("</span>").ToString();
    }

    private static string Turn(BookPage? previous, BookPage? next, BookContents book)
    {
        var html = new StringBuilder("<nav class=\"turn\" aria-label=\"Turn the page\">");
        if (previous is not null)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<a rel=\"prev\" href=\"{previous.Href}\">"
                + $"<small>Previous</small> {(previous == book.Cover ? "Cover" : previous.Content.Title)}</a>");
        if (next is not null)
            html.Append(CultureInfo.InvariantCulture, $"<a rel=\"next\" href=\"{next.Href}\"><small>Next</small> {next.Content.Title}</a>");
        return html.Append("</nav>").ToString();
    }

    private static string PageFoot(BookContents book)
    {
        var parts = new List<string>();
        if (book.Settings.Licence is { } licence)
            parts.Add($"Licence: <a href=\"{AboutBook.LicenceFile}\">{Html.Escape(licence)}</a>");
        if (book.Settings.Repository is { } repository)
            parts.Add($"<a href=\"{Html.Escape(repository.AbsoluteUri)}\">Sources</a>");
        if (book.Changes.Count > 0)
            parts.Add($"<a href=\"{ChangeFeed.FileName}\">What changed</a> (a feed)");
        parts.Add($"<a href=\"{book.Cover.Href}#{AboutBook.CiteId}\">How to cite</a>");
        return $"<p>{string.Join(" · ", parts)}</p>";
    }
}
