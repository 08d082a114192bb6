namespace Notebooks.Book;

/// <summary>Text as HTML.</summary>
internal static class Html
{
    /// <summary>The text with the four characters escaped that mean something in HTML's content and attributes.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
