using System.Text;

namespace Notebooks.Book.Writing;

/// <summary>The anchors of headings.</summary>
internal static class Anchor
{
    /// <summary>
    /// The anchor of a heading: lower case, letters, digits, hyphens and underscores kept, blanks to hyphens, as GitHub
    /// makes it.
    /// </summary>
    public static string Of(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var c in heading.Trim())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                anchor.Append(char.ToLowerInvariant(c));
            else if (c is ' ' or '\u00A0')
                anchor.Append('-');
        }

        return anchor.Length == 0 ? "section" : anchor.ToString();
    }
}
