using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A graph: nodes with a few lines of text, and arrows between them.</summary>
internal sealed record Graph(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges) : Mark
{
    private static readonly Hue[] Hues = [Hue.Grey, .. Enumerable.Range((int)Hue.Blue, (int)Hue.Grey).Select(i => (Hue)i)];

    public override bool Fills => true;

    public override bool NeedsAxes => false;

    /// <summary>The plan knows pixels; they are divided by the size of the area.</summary>
    public override Extent ExtentX(bool log) => new(0, 1);

    public override Extent ExtentY(bool log) => new(0, 1);

    public override string Describe() =>
        $"a graph of {Count(Nodes.Count, "node")}: {string.Join(", ", Nodes.Select(n => n.Said))}"
        + (Edges.Count == 0 ? "" : $"; {Count(Edges.Count, "arrow")}: {string.Join(", ", Edges.Select(Said))}");

    public override void Draw(PlotArea area)
    {
        var plan = new GraphPlan(Nodes, Edges, (area.Width, area.Height));
        foreach (var hue in Hues)
        {
            var (lines, heads, nodes) = (new PathData(), new PathData(), new PathData());
            foreach (var arrow in plan.Arrows.Where(a => Of(a.Edge.Hue) == hue))
            {
                lines.Break();
                foreach (var (x, y) in arrow.IsStraight ? [arrow.Path[0], arrow.Path[^1]] : arrow.Path)
                    lines.LineTo(x, y);
                heads.Outline(arrow.Head);
            }

            foreach (var box in plan.Boxes.Where(b => Of(b.Node.Hue) == hue && b.Node.Shape != NodeShape.Plain))
                nodes.Outline([.. box.Outline()]);
            Pen.Stroke(area.Svg, hue, hue == Hue.Grey ? 1.3 : 2, lines.ToString(), "");
            Pen.Fill(area.Svg, hue, heads.ToString(), "");
            if (hue != Hue.Grey)
                Pen.Fill(area.Svg, hue, nodes.ToString(), "fill-opacity=\".16\"");
            Pen.Stroke(area.Svg, hue, hue == Hue.Grey ? 1.3 : 2, nodes.ToString(), "");
        }

        DrawText(area.Svg, plan);
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
    {
    }

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var (width, height) = scale.Area;
        var plan = new GraphPlan(Nodes, Edges, scale.Area);
        Trace2D Trace(string mode, IReadOnlyList<(double X, double Y)> points) => scale.Trace("scatter", "").With("mode", mode)
            .With("hoverinfo", "skip").With("cliponaxis", false)
            .With("x", scale.X([.. points.Select(p => p.X / width)])).With("y", scale.Y([.. points.Select(p => 1 - (p.Y / height))]));
        Trace2D Shape(Hue hue, string fill, IEnumerable<(double X, double Y)> points) => Trace("lines", [.. points]).With("fill", "toself")
            .With("fillcolor", fill).With("line", new Line().With("color", Pen.Light(hue)).With("width", hue == Hue.Grey ? 1.3 : 2));
        foreach (var hue in Hues)
        {
            yield return Shape(hue, Pen.Light(hue), plan.Arrows.Where(a => Of(a.Edge.Hue) == hue).SelectMany(Strokes));
            yield return Shape(hue, hue == Hue.Grey ? "rgba(0,0,0,0)" : Pen.Light(hue) + "33",
                plan.Boxes.Where(b => Of(b.Node.Hue) == hue && b.Node.Shape != NodeShape.Plain).SelectMany(b => Closed(b.Outline())));
        }

        var texts = Texts(plan).ToArray();
        yield return Trace("text", [.. texts.Select(t => t.At)])
            .With("text", texts.Select(t => t.IsBold ? $"<b>{Escaped(t.Text)}</b>" : Escaped(t.Text)).ToArray())
            .With("textfont", new Font().With("color", texts.Select(t => t.Hue is { } hue ? Pen.Light(hue) : Palette.Text.Light).ToArray()));
    }

    private static string Escaped(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    private static Hue Of(Hue hue) => hue is Hue.Auto ? Hue.Grey : hue;

    private static string Said(GraphEdge edge) => $"{edge.From} → {edge.To}{(edge.Label.Length == 0 ? "" : $" ({edge.Label})")}";

    /// <summary>A line there and, if it is bent, back again, so that it encloses nothing that would be filled; then its head.</summary>
    private static IEnumerable<(double X, double Y)> Strokes(GraphArrow arrow)
    {
        IEnumerable<(double, double)> line = arrow.IsStraight
            ? [arrow.Path[0], arrow.Path[^1]]
            : arrow.Path.Concat(arrow.Path.Reverse());
        return line.Append((double.NaN, double.NaN)).Concat(Closed(arrow.Head));
    }

    private static IEnumerable<(double X, double Y)> Closed(IEnumerable<(double X, double Y)> outline)
    {
        var corners = outline.ToArray();
        return corners.Append(corners[0]).Append((double.NaN, double.NaN));
    }

    /// <summary>All that is written, and where; without a hue in the colour of text.</summary>
    private static IEnumerable<((double X, double Y) At, string Text, Hue? Hue, bool IsBold)> Texts(GraphPlan plan) =>
    [
        .. plan.Boxes.SelectMany(b => b.Lines.Select((line, i) =>
            ((b.X, b.LineY(i)), line.Text, line.IsSlope ? Hue.Orange : (Hue?)null, line.IsBold))),
        .. plan.Arrows.Where(a => a.Label.Length > 0).Select(a =>
            (a.LabelAt, a.Label, Of(a.Edge.Hue) == Hue.Grey ? (Hue?)null : a.Edge.Hue, false)),
    ];

    private static void DrawText(SvgWriter svg, GraphPlan plan)
    {
        svg.Raw($"<g font-size=\"{TextSize.Tick}\" text-anchor=\"middle\">");
        foreach (var (at, text, hue, isBold) in Texts(plan).Where(t => t.Text.Length > 0))
        {
            var weight = isBold ? " font-weight=\"600\"" : "";
            svg.Text(at.X, at.Y + 4.5, text, (hue is { } h ? Pen.TextIn(h) : "class=\"t\" fill=\"#2b3036\"") + weight);
        }

        svg.Raw("</g>");
    }
}
