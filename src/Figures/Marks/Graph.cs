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
                foreach (var (x, y) in arrow.Line)
                    lines.LineTo(x, y);
                heads.Outline(arrow.Head);
            }

            foreach (var box in plan.Boxes.Where(b => Of(b.Node.Hue) == hue && b.Node.Shape != NodeShape.Plain))
                nodes.Outline(box.Outline());
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
        var plan = new GraphPlan(Nodes, Edges, scale.Area);
        Trace2D Trace(string mode, Outlines points) => scale.Trace("scatter", "").With("mode", mode)
            .With("hoverinfo", "skip").With("cliponaxis", false).With("x", scale.X(points.X)).With("y", scale.Y(points.Y));
        Trace2D Shape(Hue hue, string fill, Outlines points) => Trace("lines", points).With("fill", "toself")
            .With("fillcolor", fill).With("line", new Line().With("color", Pen.Light(hue)).With("width", hue == Hue.Grey ? 1.3 : 2));
        foreach (var hue in Hues)
        {
            var (arrows, boxes) = (new Outlines(scale.Area), new Outlines(scale.Area));
            foreach (var arrow in plan.Arrows.Where(a => Of(a.Edge.Hue) == hue))
            {
                arrows.ThereAndBack(arrow.Line);
                arrows.Closed(arrow.Head);
            }

            foreach (var box in plan.Boxes.Where(b => Of(b.Node.Hue) == hue))
                boxes.Closed(box.Outline());
            yield return Shape(hue, Pen.Light(hue), arrows);
            yield return Shape(hue, hue == Hue.Grey ? "rgba(0,0,0,0)" : Pen.Light(hue) + "33", boxes);
        }

        var (texts, places) = (Texts(plan), new Outlines(scale.Area));
        foreach (var text in texts)
            places.Add(text.At);
        yield return Trace("text", places)
            .With("text", texts.Select(t => t.IsBold ? $"<b>{Escaped(t.Text)}</b>" : Escaped(t.Text)).ToArray())
            .With("textfont", new Font().With("color", texts.Select(t => t.Hue is { } h ? Pen.Light(h) : Palette.Text.Light).ToArray()));
    }

    /// <summary>A text as plotly.js takes it; an empty one as a blank, since what was empty once it never writes again.</summary>
    private static string Escaped(string text) => text.Length == 0 ? "\u00a0" : text.Replace("<", "&lt;", StringComparison.Ordinal);

    private static Hue Of(Hue hue) => hue is Hue.Auto ? Hue.Grey : hue;

    private static string Said(GraphEdge edge) => $"{edge.From} → {edge.To}{(edge.Label.Length == 0 ? "" : $" ({edge.Label})")}";

    /// <summary>All that is written, and where; without a hue in the colour of text.</summary>
    private static List<Written> Texts(GraphPlan plan)
    {
        var texts = new List<Written>();
        foreach (var box in plan.Boxes)
        {
            for (var i = 0; i < box.Lines.Count; i++)
                texts.Add(new((box.X, box.LineY(i)), box.Lines[i].Text, box.Lines[i].IsSlope ? Hue.Orange : null, box.Lines[i].IsBold));
        }

        foreach (var arrow in plan.Arrows.Where(a => a.Label.Length > 0))
            texts.Add(new(arrow.LabelAt, arrow.Label, Of(arrow.Edge.Hue) == Hue.Grey ? null : arrow.Edge.Hue, IsBold: false));
        return texts;
    }

    private static void DrawText(SvgWriter svg, GraphPlan plan)
    {
        svg.Raw($"<g font-size=\"{TextSize.Tick}\" text-anchor=\"middle\">");
        foreach (var text in Texts(plan).Where(t => t.Text.Length > 0))
        {
            var weight = text.IsBold ? " font-weight=\"600\"" : "";
            svg.Text(text.At.X, text.At.Y + 4.5, text.Text, (text.Hue is { } h ? Pen.TextIn(h) : "class=\"t\" fill=\"#2b3036\"") + weight);
        }

        svg.Raw("</g>");
    }

    private sealed record Written((double X, double Y) At, string Text, Hue? Hue, bool IsBold);

    /// <summary>Points of a live trace, as fractions of the area; gaps between one outline and the next.</summary>
    private sealed class Outlines((double Width, double Height) area)
    {
        public List<double> X { get; } = [];

        public List<double> Y { get; } = [];

        public void Add((double X, double Y) point)
        {
            X.Add(point.X / area.Width);
            Y.Add(1 - (point.Y / area.Height));
        }

        public void Closed((double X, double Y)[] corners)
        {
            foreach (var corner in corners)
                Add(corner);
            if (corners.Length > 0)
            {
                Add(corners[0]);
                Add((double.NaN, double.NaN));
            }
        }

        /// <summary>A line and, if it is bent, the same way back, so that it encloses nothing that would be filled.</summary>
        public void ThereAndBack((double X, double Y)[] line)
        {
            foreach (var point in line)
                Add(point);
            for (var i = line.Length - 1; i >= 0 && line.Length > 2; i--)
                Add(line[i]);
            Add((double.NaN, double.NaN));
        }
    }
}
