using System.Text.RegularExpressions;

namespace Notebooks.Book;

/// <summary>Text as HTML.</summary>
internal static partial class Html
{
    // A block of fewer lines is kept together on paper; a longer one would leave too large a hole.
    private const int LinesOnOnePage = 16;

    /// <summary>The text with the four characters escaped that mean something in HTML's content and attributes.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A block of code.</summary>
    /// <param name="code">The code, as HTML.</param>
    /// <param name="isFolded">Whether it is shown only on demand.</param>
    public static string Code(string code, bool isFolded = false)
    {
        var text = code.TrimEnd();
        var kind = text.Count(static c => c == '\n') >= LinesOnOnePage ? "code long" : "code";
        return $"<div class=\"{kind}\"{(isFolded ? " data-folded" : "")}><pre><code>{text}</code></pre></div>\n";
    }

    /// <summary>A block of what a program writes.</summary>
    /// <param name="kind">Where it writes: the element's class.</param>
    /// <param name="text">The text, as HTML.</param>
    /// <remarks>A line end directly after <c>pre</c> belongs to the markup, so a text that begins with one needs a second.</remarks>
    public static string Printed(string kind, string text) =>
        $"<pre class=\"output {kind}{(Columns().IsMatch(text) ? " columns" : "")}\">{(text.StartsWith('\n') ? "\n" : "")}"
        + $"{text.TrimEnd('\n')}</pre>\n";

    // Words that several blanks keep below each other.
    [GeneratedRegex(@"\S {2,}\S")]
    private static partial Regex Columns();
}
