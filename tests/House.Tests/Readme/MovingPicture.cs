using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace House.Tests.Readme;

/// <summary>
/// A live figure of a notebook as one picture that moves by itself, two panels wide or high: a training that is shown three times
/// and stays at its end. Readers who want no motion see the end alone.
/// </summary>
internal sealed partial class MovingPicture
{
    private const int Panel = 345;
    private const double Step = 0.16;
    private const double Rest = 2.5;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement picture;
    private readonly JsonArray frames;

    /// <summary>Takes the figure that a cell shows.</summary>
    /// <param name="html">What the cell has put out.</param>
    public MovingPicture(string html)
    {
        picture = XElement.Parse(Picture().Match(html).Value, LoadOptions.PreserveWhitespace);
        var replay = JsonNode.Parse(Data().Match(html).Groups["json"].Value)!;
        frames = replay["frames"]!.AsArray();
        var pieces = Pieces(replay["pieces"]!.AsArray());
        foreach (var (nth, moving) in replay["moving"]!.AsArray().Index())
        {
            var mark = PanelOf((int)moving![0]!).Descendants(Svg + "g").Single(g => (string?)g.Attribute("data-i") == $"{moving[1]}");
            mark.ReplaceNodes(Moving(frame =>
                Parse(string.Concat(frame["marks"]![nth]!.AsArray().Select(piece => pieces[(int)piece!])))));
        }

        for (var panel = 0; panel < 2; panel++)
            AddTitles(panel);
    }

    private double Round => ((frames.Count - 1) * Step) + Rest;

    // Every frame but the last shows for a step of each round; the last is there where nothing moves, and hides meanwhile.
    private string Style => string.Create(CultureInfo.InvariantCulture,
        $".m{{visibility:hidden}}@media(prefers-reduced-motion:no-preference){{.m{{animation:m {Round}s step-end 3}}"
        + $".z{{animation:z {Round}s step-end 3}}}}"
        + $"@keyframes m{{0%{{visibility:visible}}{100 * Step / Round:0.###}%,100%{{visibility:hidden}}}}"
        + $"@keyframes z{{0%{{visibility:hidden}}{100 * (Round - Rest) / Round:0.###}%,100%{{visibility:visible}}}}");

    /// <summary>The picture's text.</summary>
    /// <param name="isDark">Whether it stands on a dark page.</param>
    /// <param name="isNarrow">Whether its panels stand one below the other.</param>
    public string Draw(bool isDark, bool isNarrow)
    {
        var drawn = new XElement(picture);
        drawn.SetAttributeValue("width", isNarrow ? 430 : 860);
        drawn.SetAttributeValue("height", isNarrow ? 2 * Panel : Panel);
        var layout = isNarrow ? $".nnf-svg>.p1{{transform:translate(0,{Panel}px)!important}}" : "";
        drawn.Element(Svg + "desc")!.AddAfterSelf(new XElement(Svg + "style", Style + layout));
        return drawn.ToString(SaveOptions.DisableFormatting).Replace(
            "color-scheme:light dark", isDark ? "color-scheme:dark" : "color-scheme:light", StringComparison.Ordinal) + "\n";
    }

    private XElement PanelOf(int number) =>
        picture.Elements(Svg + "g").Single(g => (string?)g.Attribute("class") == $"p p{number}").Element(Svg + "svg")!;

    private void AddTitles(int panel)
    {
        var title = PanelOf(panel).Elements(Svg + "text").Single(text => (string?)text.Attribute("class") == "t nnf-title");
        if (frames.Select(frame => (string?)frame!["title"]![panel]).Distinct().Count() == 1)
            return;
        title.ReplaceWith(Moving(frame =>
        {
            var of = new XElement(title);
            of.Element(Svg + "tspan")!.Value = (string)frame["title"]![panel]!;
            return [of];
        }));
    }

    private List<XElement> Moving(Func<JsonNode, IEnumerable<XNode>> draw) => frames.Select((frame, i) =>
        i == frames.Count - 1
            ? new XElement(Svg + "g", new XAttribute("class", "z"), draw(frame!))
            : new XElement(
                Svg + "g",
                new XAttribute("class", "m"),
                new XAttribute("visibility", "hidden"),
                new XAttribute("style", string.Create(CultureInfo.InvariantCulture, $"animation-delay:{i * Step:0.##}s")),
                draw(frame!))).ToList();

    private static IEnumerable<XNode> Parse(string markup) => XElement.Parse($"<g xmlns=\"{Svg}\">{markup}</g>").Nodes();

    // A text, or [place, before, middle, behind]: the text at an earlier place with another middle.
    private static List<string> Pieces(JsonArray written)
    {
        var pieces = new List<string>();
        foreach (var piece in written)
        {
            pieces.Add(piece is JsonArray like
                ? pieces[(int)like[0]!][..(int)like[1]!] + (string)like[2]! + pieces[(int)like[0]!][^(int)like[3]!..]
                : (string)piece!);
        }

        return pieces;
    }

    [GeneratedRegex("<svg xmlns.*</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex("""<script type="application/json">(?<json>.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Data();
}
