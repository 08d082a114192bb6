using System.Globalization;
using System.Text;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Site;

/// <summary>The frame around every page: head, bar, contents, turning the page, foot.</summary>
internal static class PageTemplate
{
    // Only the book's own files and what stands in the page itself; nothing from elsewhere, whatever a notebook's HTML asks for.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self' data:; media-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

    // Before the first paint, or a reader of the dark page sees a white flash, and what only scripts need moves the text.
    internal const string ThemeScript =
        "document.documentElement.classList.add('js');"
        + "try{var t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch(e){}";

    internal const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
        + "%3Cpath d='M2 12C5 12 6 4 8 4s3 8 6 8' fill='none' stroke='%23277da1' stroke-width='2' stroke-linecap='round'/%3E%3C/svg%3E";

    private const string FiguresStandStill =
        "<p>The figures on this page stand still: plotly.js was not found when the book was built.</p>";

    /// <summary>The whole page.</summary>
    public static string Render(BookContents book, BookPage page, string body)
    {
        var all = book.Pages.Prepend(book.Cover).ToList();
        var at = all.IndexOf(page);
        var title = page == book.Cover ? book.Title : $"{PlainText.Of(page.Content.Title)} · {book.Title}";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="description" content="{Html.Escape(PlainText.Of(page.Content.Summary))}">
            <title>{Html.Escape(title)}</title>
            <script>{ThemeScript}</script>
            <link rel="icon" href="{Icon}">
            <link rel="stylesheet" href="assets/book.css">
            {(IsLive(book, page) ? "<meta name=\"plotly-src\" content=\"assets/plotly.min.js\">" : "")}
            <script src="assets/book.js" defer></script>
            </head>
            <body{(page == book.Cover ? " class=\"cover\"" : "")}>
            <a class="skip" href="#text">Skip to the text</a>
            <header class="bar">
            <button type="button" class="menu" aria-controls="contents" aria-expanded="false">Contents</button>
            <a class="home" href="{book.Cover.Href}">{Html.Escape(book.Title)}</a>
            <button type="button" class="search" aria-keyshortcuts="/">Search<kbd aria-hidden="true">/</kbd></button>
            <button type="button" class="theme"><span>Auto</span></button>
            </header>
            <nav id="contents" class="contents" aria-label="Contents">
            {Contents(book, page)}
            </nav>
            <main id="text" tabindex="-1">
            {body}
            {Turn(at > 0 ? all[at - 1] : null, at + 1 < all.Count ? all[at + 1] : null, book)}
            </main>
            <footer class="foot">
            <p>{Html.Escape(book.Build.Sentence)}</p>
            {(page.Content.FigureScript.Length > 0 && !book.HasPlotly ? FiguresStandStill : "")}
            </footer>
            {(IsLive(book, page) ? $"<script>{page.Content.FigureScript}</script>" : "")}
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static bool IsLive(BookContents book, BookPage page) => book.HasPlotly && page.Content.FigureScript.Length > 0;

    private static string Contents(BookContents book, BookPage current)
    {
        var html = new StringBuilder("<ol>\n");
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

}
