using System.Globalization;
using System.Text;

namespace Notebooks.Book.Site;

/// <summary>The end of the cover: where the sources are, under which terms, and how to cite the book.</summary>
internal static class AboutBook
{
    /// <summary>Where the licence lies in the book.</summary>
    public const string LicenceFile = "files/LICENSE";

    /// <summary>The anchor of how to cite the book.</summary>
    public const string CiteId = "cite";

    /// <summary>The section.</summary>
    public static string Of(BookContents book)
    {
        var html = new StringBuilder($"<section class=\"cite\" aria-labelledby=\"{CiteId}\"><h2 id=\"{CiteId}\">Cite this book</h2>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Html.Escape(Sentence(book))}</p>\n<pre>{Html.Escape(BibTeX(book))}</pre>\n");
        return html.Append("</section>\n").ToString();
    }

    private static string Sentence(BookContents book)
    {
        var year = book.Build.Commit.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $" ({date.Year})") : "";
        var commit = book.Build.Commit.Hash.Length == 0 ? "" : $" Commit {book.Build.Commit.Hash}.";
        var address = (book.Settings.Address ?? book.Settings.Repository) is { } where ? $" {where.AbsoluteUri}" : "";
        return $"{(book.Settings.Authors is { } authors ? $"{authors}{year}. " : "")}{book.Title}.{commit}{address}";
    }

    private static string BibTeX(BookContents book)
    {
        var lines = new List<string> { $"  title = {{{book.Title.Replace("#", "\\#", StringComparison.Ordinal)}}}" };
        if (book.Settings.Authors is { } authors)
            lines.Add($"  author = {{{{{authors.Replace("#", "\\#", StringComparison.Ordinal)}}}}}");
        if (book.Build.Commit.Date is { } date)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  year = {{{date.Year}}}"));
        if (book.Build.Commit.Hash.Length > 0)
            lines.Add($"  note = {{Commit {book.Build.Commit.Hash}}}");
        if ((book.Settings.Address ?? book.Settings.Repository) is { } where)
            lines.Add($"  url = {{{where.AbsoluteUri}}}");
        return $"@misc{{book,\n{string.Join(",\n", lines)}\n}}";
    }
}
