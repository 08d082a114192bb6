using System.Text.RegularExpressions;

namespace Notebooks.Book.Pages;

/// <summary>
/// What the book knows of figures in a notebook's own HTML: a picture, and a script that brings it alive. Notebooks carry
/// script and styles with every figure, since each output must stand alone; a page needs them once.
/// </summary>
internal static partial class Figures
{
    /// <summary>The HTML without what the page already has; the script goes to the page's end.</summary>
    public static string Read(string html, PageWriter page)
    {
        if (Svg().Match(html) is { Success: true } picture && page.Picture.Length == 0)
            page.Picture = picture.Value;
        html = LiveScript().Replace(html, script =>
        {
            page.FigureScript = script.Groups["text"].Value;
            return "";
        });
        return WithoutRepeatedStyles(html, page.Styles);
    }

    /// <summary>The HTML without the style sheets that stand earlier on the page.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="styles">The style sheets so far.</param>
    public static string WithoutRepeatedStyles(string html, ISet<string> styles) =>
        Style().Replace(html, style => styles.Add(style.Value) ? style.Value : "");

    [GeneratedRegex("<svg[ >].*</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();

    [GeneratedRegex(@"<script data-\w+-script>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex LiveScript();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
