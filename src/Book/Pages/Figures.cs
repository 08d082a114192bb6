using System.Text.RegularExpressions;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Pages;

/// <summary>
/// Figures in a notebook's own HTML, of whichever library: an element with the attribute <c>data-figure</c> around a picture.
/// </summary>
/// <remarks>
/// Each output stands alone, so it carries all that its figure needs; a page needs some of it once:
/// <list type="bullet">
/// <item><c>&lt;script data-figure-script&gt;</c> brings all figures of a page alive. It is the same text in every figure and
/// goes to the page's end, if plotly.js is there.</item>
/// <item><c>&lt;style&gt;</c>: what stands on the page already is left out. On the cover only the picture's first style sheet
/// stands, which should hold its looks; how its panels are placed belongs into a second one.</item>
/// <item>The figure's <c>id</c>, and those within that begin with it, become others where the page has it already.</item>
/// <item><c>data-plot=""</c>, on a rectangle of the picture, is the plot of the panel that it stands in: the cover shows the
/// first, without its <c>text</c> and without the legend's entries, which carry <c>data-mark</c>.</item>
/// </list>
/// On paper a figure is drawn as on a light page. All else, as its style on narrow pages, it brings along itself.
/// </remarks>
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

    /// <summary>
    /// The HTML with ids of its own: a figure's id comes from its content, and a notebook may show the same figure twice.
    /// </summary>
    private static string WithOwnIds(string html, PageWriter page)
    {
        foreach (var id in Id().Matches(html).Select(static match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal).ToList())
        {
            var own = page.Unique(id);
            if (own != id)
                html = Regex.Replace(html, $@"(?<=[""'#]){Regex.Escape(id)}(?=[-""')\s])", own);
        }

        return html;
    }

    [GeneratedRegex(@"<\w+(?=[^>]*\sdata-figure[\s=>])[^>]*\sid=""(?<id>[^""]+)""")]
    private static partial Regex Id();

    [GeneratedRegex("<svg[ >].*</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();

    [GeneratedRegex(@"<script data-figure-script(?:="""")?>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex LiveScript();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
