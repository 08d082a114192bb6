using System.Globalization;

namespace Notebooks.Book.Site;

/// <summary>A page whose cells a reader may change and run.</summary>
internal static class RunningPage
{
    /// <summary>What the page says of it, where scripts run.</summary>
    public const string Words = "<p class=\"runs\">The cells run in this page: click into one, change it, and press Shift+Enter.</p>";

    // A host packs the script, which holds packed files as text, to three quarters.
    private const double Packed = 0.75e-6;

    /// <summary>True if a page has such cells, and the book the program that runs them.</summary>
    public static bool IsOn(BookPage page, BookContents book) =>
        book.HasCells && page.Content.Html.Contains(" data-run=\"", StringComparison.Ordinal);

    /// <summary>What the page asks for; the program is fetched when a reader touches a cell.</summary>
    public static string Head(BookContents book) => string.Create(
        CultureInfo.InvariantCulture,
        $"<meta name=\"cells-src\" content=\"assets/cells.js\" data-size=\"{Math.Ceiling(book.Programs[PageProgram.Cells] * Packed):0}\">");
}
