using System.Net;
using System.Text.RegularExpressions;

namespace Notebooks.Book;

/// <summary>Plainer text out of the book's own HTML, where a page may not hold all of its markup.</summary>
internal static partial class PlainText
{
    /// <summary>The text, without the TeX that formulas carry beside their MathML.</summary>
    public static string Of(string html) => WebUtility.HtmlDecode(Markup().Replace(html, "")).Trim();

    /// <summary>The HTML without its links: they were made for another page, or stand inside a link.</summary>
    public static string WithoutLinks(string html) => LinkTags().Replace(html, "");

    [GeneratedRegex("</?a( [^>]*)?>")]
    private static partial Regex LinkTags();

    [GeneratedRegex("<annotation.*?</annotation>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
