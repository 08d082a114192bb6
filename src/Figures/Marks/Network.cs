using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A network as a graph: neurons as circles, connections as lines whose width and colour show the weights.</summary>
internal sealed record Network(NetworkPlan Plan, IReadOnlyList<string> Captions, bool NamesWeights) : Mark
{
    private const int Widths = 5;
    private static readonly double[] Places = [0.3, 0.22, 0.26, 0.34, 0.38, 0.42, 0.66, 0.7, 0.74, 0.78];

    public override bool Fills => true;

    public override bool NeedsAxes => false;

    private bool HasWeights => Plan.Largest > 0;

    private double Radius => Math.Clamp(150.0 / Plan.Tallest, 7, 17);

    public override Extent ExtentX(bool log) => new(-0.35, Plan.Layers.Count - 0.65);

    /// <summary>The height of the captions, below the lowest neuron.</summary>
    private double CaptionHeight => (-Plan.Tallest / 2.0) - 0.05 - (0.05 * Plan.Tallest);

    public override Extent ExtentY(bool log) =>
        new((-Plan.Tallest / 2.0) - (Captions.Count > 0 ? 0.1 + (0.09 * Plan.Tallest) : 0.05), (Plan.Tallest / 2.0) + 0.05);

    public override string Describe() =>
        $"a network with layers of {string.Join(", ", Plan.Layers)} neurons"
        + (HasWeights ? ", its weights as width and colour of the connections" : "");

    public override void Draw(PlotArea area)
    {
        foreach (var group in Groups())
        {
            var lines = new PathData();
            foreach (var c in group.Connections)
            {
                lines.Break();
                lines.LineTo(area.X(c.From.Layer), area.Y(c.From.Y));
                lines.LineTo(area.X(c.To.Layer), area.Y(c.To.Y));
            }

            Pen.Stroke(area.Svg, group.Hue, group.Width, lines.ToString(), HasWeights ? "stroke-opacity=\".8\"" : "");
        }

        if (NamesWeights)
            DrawWeightNames(area);
        DrawNeurons(area);
        foreach (var (layer, caption) in Captions.Index())
            area.Svg.Text(area.X(layer), area.Y(CaptionHeight) + 4, TextWidth.Shorten(caption, TextSize.Label, area.X(1) - area.X(0)),
                "class=\"n\" fill=\"#6b727a\" text-anchor=\"middle\"");
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
    {
        Pen.Stroke(svg, Hue.Blue, 3, $"M{SvgWriter.Number(x)} {SvgWriter.Number(y)}h9", "");
        Pen.Stroke(svg, Hue.Orange, 3, $"M{SvgWriter.Number(x + 13)} {SvgWriter.Number(y)}h9", "");
    }

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        foreach (var group in Groups())
        {
            var points = group.Connections
                .SelectMany(c => new[] { ((double)c.From.Layer, c.From.Y), (c.To.Layer, c.To.Y), (double.NaN, double.NaN) })
                .ToArray();
            yield return scale.Trace("scatter", "").With("mode", "lines").With("hoverinfo", "skip").With("opacity", HasWeights ? 0.8 : 1)
                .With("x", scale.X([.. points.Select(p => p.Item1)])).With("y", scale.Y([.. points.Select(p => p.Item2)]))
                .With("line", new Line().With("color", Pen.Light(group.Hue)).With("width", group.Width));
        }

        var at = At(Plan);
        yield return scale.Trace("scatter", "").With("mode", NamesWeights ? "text" : "markers").With("hoverinfo", "text")
            .With("cliponaxis", false)
            .With("x", scale.X([.. Plan.Connections.Select(c => Between(c.From.Layer, c.To.Layer, at[c.From.Layer]))]))
            .With("y", scale.Y([.. Plan.Connections.Select(c => Between(c.From.Y, c.To.Y, at[c.From.Layer]))]))
            .With("text", Plan.Connections.Select(c => c.Name)).With("hovertext", Plan.Connections.Select(Tip))
            .With("textposition", "top center").With("textfont", new Font().With("color", Palette.Text.Light))
            .With("marker", new Plotly.NET.TraceObjects.Marker().With("opacity", 0).With("size", 8));
        var drawn = Plan.Neurons.Where(n => n.Index >= 0).ToArray();
        yield return scale.Trace("scatter", "").With("mode", "markers").With("hoverinfo", "skip").With("cliponaxis", false)
            .With("x", scale.X([.. drawn.Select(n => (double)n.Layer)])).With("y", scale.Y([.. drawn.Select(n => n.Y)]))
            .With("marker", new Plotly.NET.TraceObjects.Marker().With("size", Math.Round(2 * Radius)).With("color", Palette.Page.Light)
                .With("line", new Line().With("color", Palette.Text.Light).With("width", 1.4)));
        var texts = Plan.Neurons.Select(n => ((double)n.Layer, n.Y, n.Name))
            .Concat(Captions.Select((caption, layer) => ((double)layer, CaptionHeight, caption))).ToArray();
        yield return scale.Trace("scatter", "").With("mode", "text").With("hoverinfo", "skip").With("cliponaxis", false)
            .With("x", scale.X([.. texts.Select(t => t.Item1)])).With("y", scale.Y([.. texts.Select(t => t.Item2)]))
            .With("text", texts.Select(t => t.Item3)).With("textfont", new Font().With("color", Palette.Text.Light));
    }

    /// <summary>The places of the names along the connections of each gap: those farthest apart.</summary>
    private static double[] At(NetworkPlan plan) => [.. Enumerable.Range(0, plan.Layers.Count - 1).Select(gap =>
    {
        var lines = plan.Connections.Where(c => c.From.Layer == gap).ToArray();
        return Places.MaxBy(t => Math.Round(Apart(lines, t), 2));
    })];

    private static double Apart(NetworkPlan.Connection[] lines, double t)
    {
        double[] heights = [.. lines.Select(c => Between(c.From.Y, c.To.Y, t)).Order()];
        return heights.Zip(heights.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min();
    }

    private static double Between(double from, double to, double t) => from + (t * (to - from));

    private static string Tip(NetworkPlan.Connection c) =>
        double.IsNaN(c.Weight) ? c.Name : FormattableString.Invariant($"{c.Name} = {c.Weight:0.####}");

    private void DrawWeightNames(PlotArea area)
    {
        var at = At(Plan);
        area.Svg.Raw($"<g class=\"t h\" fill=\"currentColor\" font-size=\"{TextSize.Tick}\" text-anchor=\"middle\">");
        foreach (var c in Plan.Connections)
        {
            var t = at[c.From.Layer];
            area.Svg.Text(area.X(Between(c.From.Layer, c.To.Layer, t)), area.Y(Between(c.From.Y, c.To.Y, t)) - 3, c.Name, "");
        }

        area.Svg.Raw("</g>");
    }

    private void DrawNeurons(PlotArea area)
    {
        area.Svg.Raw("<g class=\"g k\" fill=\"#fff\" stroke=\"#2b3036\" stroke-width=\"1.4\">");
        foreach (var neuron in Plan.Neurons.Where(n => n.Index >= 0))
            area.Svg.Raw($"<circle cx=\"{area.X(neuron.Layer)}\" cy=\"{area.Y(neuron.Y)}\" r=\"{Radius}\"/>");
        var size = Math.Min(TextSize.Label, 0.85 * Radius);
        area.Svg.Raw($"</g><g class=\"t\" fill=\"#2b3036\" font-size=\"{size}\" text-anchor=\"middle\">");
        foreach (var neuron in Plan.Neurons)
            area.Svg.Text(area.X(neuron.Layer), area.Y(neuron.Y) + (0.3 * Radius), neuron.Name, "");
        area.Svg.Raw("</g>");
    }

    /// <summary>Connections of about the same weight, drawn as one; always the same groups, so that frames can replace them.</summary>
    private IEnumerable<(Hue Hue, double Width, IReadOnlyList<NetworkPlan.Connection> Connections)> Groups()
    {
        if (!HasWeights)
            return [(Hue.Grey, 1.2, Plan.Connections)];
        var signed = from hue in new[] { Hue.Orange, Hue.Blue }
                     from step in Enumerable.Range(0, Widths)
                     select (hue, 0.6 + (4.0 * step / (Widths - 1)),
                         Connections(c => Math.Sign(c.Weight) == (hue == Hue.Blue ? 1 : -1) && Step(c) == step));
        return signed.Prepend((Hue.Grey, 0.6, Connections(c => c.Weight == 0)));
    }

    private IReadOnlyList<NetworkPlan.Connection> Connections(Func<NetworkPlan.Connection, bool> which) =>
        [.. Plan.Connections.Where(which)];

    private int Step(NetworkPlan.Connection c) => (int)Math.Round(Math.Abs(c.Weight) / Plan.Largest * (Widths - 1));
}
