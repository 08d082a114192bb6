using System.Text.RegularExpressions;

namespace Notebooks.Book.Prose;

/// <summary>Tables as the book writes them: a wide one says in each cell under which column it stands, for telephones.</summary>
internal static partial class TableCards
{
    private const int Wide = 4;

    /// <summary>The table in a box of its own.</summary>
    /// <param name="table">The table, as HTML.</param>
    public static string Of(string table)
    {
        var columns = Column().Matches(table).Select(static column => Html.Escape(PlainText.Of(column.Groups["text"].Value))).ToList();
        if (columns.Count < Wide)
            return $"<div class=\"table\">{table}</div>\n";
        var named = Row().Replace(table, row =>
        {
            var at = 0;
            return Cell().Replace(row.Value, cell => at < columns.Count ? $"<td data-column=\"{columns[at++]}\"" : cell.Value);
        });
        return $"<div class=\"table cards\">{named}</div>\n";
    }

    [GeneratedRegex("<th[^>]*>(?<text>.*?)</th>", RegexOptions.Singleline)]
    private static partial Regex Column();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td")]
    private static partial Regex Cell();
}
