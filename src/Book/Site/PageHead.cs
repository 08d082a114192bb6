namespace Notebooks.Book.Site;

/// <summary>The head of a page: its policy, what other sites show of it, its style, its running titles on paper.</summary>
internal static class PageHead
{
    // Only the book's own files and what stands in the page itself; nothing from elsewhere, whatever a notebook's HTML asks for.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:; " +
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data:; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'";

    private const string PlaygroundStyle = "<link rel=\"stylesheet\" href=\"assets/playground.css\">";

    // Before the first paint, or a reader of the dark page sees a white flash, and what only scripts need moves the text.
    internal const string ChoicesScript =
        "document.documentElement.classList.add('js');"
        + "try{for(const c of['theme','code']){const v=localStorage.getItem(c);if(v)document.documentElement.dataset[c]=v}}catch{}";

    // What lies below the first screen is laid out after the first paint (frame.css, page.js), unless the reader is led or comes
    // back to a place there.
    private const string EarlyScript =
        "if(!location.hash&&performance.getEntriesByType('navigation')[0]?.type==='navigate')"
        + "document.documentElement.classList.add('early');";

    internal const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
        + "%3Cpath d='M2 12C5 12 6 4 8 4s3 8 6 8' fill='none' stroke='%23277da1' stroke-width='2' stroke-linecap='round'/%3E%3C/svg%3E";

    /// <summary>What stands between <c>head</c> and its end.</summary>
    /// <param name="book">The book.</param>
    /// <param name="page">The page.</param>
    /// <param name="hasPlotly">Whether the page's figures may ask for plotly.js.</param>
    public static string Of(BookContents book, BookPage page, bool hasPlotly)
    {
        var name = PlainText.Of(page.Content.Title);
        var title = page == book.Cover ? book.Title : $"{name} · {book.Title}";
        return $"""
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Escape(title)}</title>
            <script>{ChoicesScript}{EarlyScript}</script>
            <link rel="icon" href="{Icon}">
            <link rel="stylesheet" href="assets/book.css">
            <link rel="stylesheet" href="assets/text.css">
            <noscript><link rel="stylesheet" href="assets/faces.css"></noscript>
            {(hasPlotly ? "<meta name=\"plotly-src\" content=\"assets/plotly.min.js\">" : "")}
            {(book.HasMachine ? "<meta name=\"machine-src\" content=\"assets/machine.js\">" : "")}
            {(Playground.IsOn(page) && book.HasMachine ? PlaygroundStyle : "")}
            {(RunningPage.IsOn(page, book) ? RunningPage.Head(book) : "")}
            {Shared(book, page, name)}
            <style>{RunningTitles(book.Title, page.Number.Length == 0 ? name : $"{page.Number}  {name}")}</style>
            """;
    }

    /// <summary>What a page that links to this one, or a program that reads news, is told.</summary>
    private static string Shared(BookContents book, BookPage page, string name)
    {
        var description = Html.Escape(PlainText.Of(page.Content.Summary).ReplaceLineEndings(" "));
        var picture = page.Preview;
        string[] lines =
        [
            $"<meta name=\"description\" content=\"{description}\">",
            $"<meta property=\"og:type\" content=\"{(page == book.Cover ? "book" : "article")}\">",
            $"<meta property=\"og:site_name\" content=\"{Html.Escape(book.Title)}\">",
            $"<meta property=\"og:title\" content=\"{Html.Escape(name)}\">",
            $"<meta property=\"og:description\" content=\"{description}\">",
            .. book.Settings.Address is null ? Array.Empty<string>() :
            [
                $"<meta property=\"og:url\" content=\"{Html.Escape(book.Settings.AddressOf(page.Href))}\">",
                $"<link rel=\"canonical\" href=\"{Html.Escape(book.Settings.AddressOf(page.Href))}\">",
            ],
            .. picture is null ? Array.Empty<string>() :
            [
                $"<meta property=\"og:image\" content=\"{Html.Escape(book.Settings.AddressOf(picture.Name))}\">",
                $"<meta name=\"twitter:image\" content=\"{Html.Escape(book.Settings.AddressOf(picture.Name))}\">",
            ],
            $"<meta name=\"twitter:card\" content=\"{(picture is null ? "summary" : "summary_large_image")}\">",
            .. book.Changes.Count == 0 ? Array.Empty<string>() :
                [$"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What changed\" href=\"{ChangeFeed.FileName}\">"],
            .. book.Settings.Authors is { } authors
                ? [$"<meta name=\"author\" content=\"{Html.Escape(authors)}\">"]
                : Array.Empty<string>(),
        ];
        return string.Join('\n', lines);
    }

    /// <summary>What stands above each printed page.</summary>
    private static string RunningTitles(string left, string right) =>
        $"@page{{@top-left{{content:{Quoted(left)}}}@top-right{{content:{Quoted(right)}}}}}";

    /// <summary>A string of a style sheet.</summary>
    private static string Quoted(string text) => $"\"{string.Concat(text.Select(static c =>
        char.IsLetterOrDigit(c) || c is ' ' or ',' or '.' or ':' or '#' or '-' or '·' ? c.ToString() : $"\\{(int)c:X6}"))}\"";
}
