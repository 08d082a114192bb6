using System.Text.RegularExpressions;

namespace Notebooks.Book;

/// <summary>Text as HTML.</summary>
internal static partial class Html
{
    /// <summary>The text with the four characters escaped that mean something in HTML's content and attributes.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A block of code.</summary>
    /// <param name="code">The code, as HTML.</param>
    public static string Code(string code) => $"<div class=\"code\">{Preformatted(code)}</div>\n";

    /// <summary>A block of code that is one line until somebody asks for it, with scripts and without.</summary>
    /// <param name="kind">What it does: the element's class.</param>
    /// <param name="code">The code, as HTML.</param>
    /// <param name="words">What stands for it.</param>
    public static string Folded(string kind, string code, string words) =>
        $"<details class=\"code {kind}\"><summary>{words}</summary>{Preformatted(code)}</details>\n";

    private static string Preformatted(string code) => $"<pre><code>{code.TrimEnd()}</code></pre>";

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
