using System.Text.RegularExpressions;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Pages;

/// <summary>
/// What the book knows of figures in a notebook's own HTML: a picture, and a script that brings it alive. Notebooks carry
/// script and styles with every figure, since each output must stand alone; a page needs them once.
/// </summary>
internal static partial class Figures
{
    // Characters: the cover shows a small picture of each notebook, and none that weighs more than the page around it.
    private const int LargestOnTheCover = 16_000;

    /// <summary>The HTML without what the page already has; the script goes to the page's end.</summary>
    public static string Read(string html, PageWriter page)
    {
        if (Svg().Match(html) is { Success: true, Length: <= LargestOnTheCover } picture && page.Picture.Length == 0)
            page.Picture = CoverPicture.Of(picture.Value);
        html = LiveScript().Replace(html, script =>
        {
            page.FigureScript = script.Groups["text"].Value;
            return "";
        });
        return WithoutRepeatedStyles(WithOwnIds(html, page), page.Styles);
    }

    /// <summary>The HTML without the style sheets that stand earlier on the page.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="styles">The style sheets so far.</param>
    public static string WithoutRepeatedStyles(string html, ISet<string> styles) =>
        Style().Replace(html, style => styles.Add(style.Value) ? style.Value : "");

    /// <summary>The HTML with ids of its own: a figure's id comes from its content, and a notebook may show the same figure twice.</summary>
    private static string WithOwnIds(string html, PageWriter page)
    {
        foreach (var id in Id().Matches(html).Select(static match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal).ToList())
        {
            var own = page.Unique(id);
            if (own != id)
                html = html.Replace(id, own, StringComparison.Ordinal);
        }

        return html;
    }

    [GeneratedRegex(@"\bid=""(?<id>nnf-[\w-]+)""")]
    private static partial Regex Id();

    [GeneratedRegex("<svg[ >].*</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();

    [GeneratedRegex(@"<script data-\w+-script>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex LiveScript();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
