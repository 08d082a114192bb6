using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Book.Writing;
using Notebooks.Documents;

namespace Notebooks.Book.Pages;

/// <summary>
/// Figures in a notebook's own HTML, of whichever library: an element with the attribute <c>data-figure</c> around a picture.
/// </summary>
/// <remarks>
/// Each output stands alone, so it carries all that its figure needs; a page needs some of it once:
/// <list type="bullet">
/// <item><c>&lt;script data-figure-script&gt;</c> brings all figures of a page alive. It is the same text in every figure and
/// goes to the page's end.</item>
/// <item><c>&lt;style&gt;</c>: what stands on the page already is left out. On the cover only the picture's first style sheet
/// stands, which should hold its looks; how its panels are placed belongs into a second one.</item>
/// <item>The figure's <c>id</c>, and those within that begin with it, become others where the page has it already.</item>
/// <item><c>data-plot=""</c>, on a rectangle of the picture, is the plot of the panel that it stands in: the cover shows the
/// first, without its <c>text</c> and without the legend's entries, which carry <c>data-mark</c>.</item>
/// </list>
/// A figure that answers is one whose cell says so in its metadata: <c>"answers": "cut"</c> names the one of <c>Assets/answers</c>
/// that comes with its controls when a reader asks for it.
/// On paper a figure is drawn as on a light page. All else, as its style on narrow pages, it brings along itself.
/// </remarks>
internal static partial class Figures
{
    private const string End = "</figure>";

    // Characters: the cover shows a small picture of each notebook, and none that weighs more than the page around it.
    private const int LargestOnTheCover = 16_000;

    /// <summary>True if an output of a cell is a figure.</summary>
    public static bool IsFigure(JsonNode? output) =>
        output?["data"]?["text/html"] is JsonValue html && html.TryGetValue(out string? text) && Mark().IsMatch(text);

    /// <summary>The attribute of a cell whose figure answers; empty for others.</summary>
    public static string Answers(NotebookCell cell) =>
        cell.Metadata["answers"] is JsonValue name && name.TryGetValue(out string? text) ? $" data-answers=\"{Html.Escape(text)}\"" : "";

    /// <summary>The output that a notebook's own HTML is on the page: a numbered figure, if it is one.</summary>
    public static string Output(string html, PageWriter page)
    {
        var own = $"<div class=\"output html\">{Read(html, page)}</div>";
        if (!Mark().IsMatch(html) || Svg().Match(html) is not { Success: true } picture)
            return own + "\n";
        var title = WebUtility.HtmlDecode(Title().Match(picture.Value).Groups["text"].Value);
        var figure = page.AddFigure(title, picture.Length <= LargestOnTheCover ? CoverPicture.Of(picture.Value) : "");
        page.AddSearchText(title);
        var words = title.Length == 0 ? "" : $"<span class=\"unseen\">: {Html.Escape(title)}</span>";
        return $"{Beginning(figure)}<figcaption><a href=\"#{figure.Id}\">Figure {figure.Number}</a>{words}</figcaption>\n{own}{End}\n";
    }

    /// <summary>A figure as it stands on its page, without its caption.</summary>
    public static string OnPage(PageContent page, PageFigure figure)
    {
        var begin = page.Html.IndexOf(Beginning(figure), StringComparison.Ordinal);
        var picture = page.Html.IndexOf("<div class=\"output", begin, StringComparison.Ordinal);
        return page.Html[picture..page.Html.IndexOf(End, picture, StringComparison.Ordinal)];
    }

    private static string Beginning(PageFigure figure) => $"<figure class=\"figure\" id=\"{figure.Id}\">";

    /// <summary>The HTML without what the page already has; the script goes to the page's end.</summary>
    private static string Read(string html, PageWriter page)
    {
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
    public static string WithoutRepeatedStyles(string html, ICollection<string> styles) => Style().Replace(html, style =>
    {
        if (styles.Contains(style.Value))
            return "";
        styles.Add(style.Value);
        return style.Value;
    });

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

    [GeneratedRegex(@"<\w+[^>]*\sdata-figure[\s=>]")]
    private static partial Regex Mark();

    [GeneratedRegex("<title[^>]*>(?<text>[^<]*)</title>")]
    private static partial Regex Title();

    [GeneratedRegex("<svg[ >].*</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();

    [GeneratedRegex(@"<script data-figure-script(?:="""")?>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex LiveScript();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
