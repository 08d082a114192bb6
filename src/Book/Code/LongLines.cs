using System.Net;
using System.Text.RegularExpressions;

namespace Notebooks.Book.Code;

/// <summary>Marks lines that may be too long for the page, so that the style sheet sets what is broken off further in.</summary>
internal static partial class LongLines
{
    // As many characters as a telephone has room for.
    private const int Limit = 42;
    private const int Deepest = 4;

    /// <summary>
    /// Puts each long line into a <c>span</c> whose class, <c>w0</c> to <c>w4</c>, says how many times four blanks it
    /// begins with.
    /// </summary>
    /// <param name="html">A cell's code, with its colours.</param>
    public static string Mark(string html)
    {
        var open = 0;
        return string.Join('\n', html.Split('\n').Select(line =>
        {
            var before = open;
            open += Opening().Count(line) - Closing().Count(line);
            var text = WebUtility.HtmlDecode(Tag().Replace(line, ""));
            var isWhole = before == 0 && open == 0;
            return isWhole && text.Length > Limit ? $"<span class=\"w{Depth(text)}\">{line}</span>" : line;
        }));
    }

    private static int Depth(string text) => Math.Min((text.Length - text.TrimStart(' ').Length) / 4, Deepest);

    [GeneratedRegex("<span ")]
    private static partial Regex Opening();

    [GeneratedRegex("</span>")]
    private static partial Regex Closing();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
