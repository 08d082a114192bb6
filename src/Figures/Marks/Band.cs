using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>The area between two curves, such as the spread of many runs.</summary>
internal sealed record Band(double[] X, double[] Low, double[] High) : Mark
{
    private const double Opacity = 0.22;

    public override Extent ExtentX(bool log) => Visible(X, log);

    public override Extent ExtentY(bool log) => Visible(Low, log).With(Visible(High, log));

    public override string Describe() => $"a band{Called} over {Count(X.Length, "point")}";

    public override void Draw(PlotArea area)
    {
        var shape = new PathData();
        foreach (var (x, y) in Outline())
            shape.LineTo(area.X(x), Math.Clamp(area.Y(y), -1e4, 1e4));
        shape.Close();
        Pen.Fill(area.Svg, Hue, shape.ToString(), "fill-opacity=\".22\"");
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
        => Pen.Fill(svg, Hue, $"M{SvgWriter.Number(x)} {SvgWriter.Number(y - 5)}h22v10h-22Z", "fill-opacity=\".22\"");

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var outline = Outline().ToArray();
        yield return scale.Trace("scatter", Name).With("mode", "lines").With("fill", "toself").With("hoverinfo", "skip")
            .With("opacity", Opacity)
            .With("fillcolor", Pen.Light(Hue)).With("line", new Line().With("width", 0).With("color", Pen.Light(Hue)))
            .With("x", scale.X([.. outline.Select(p => p.X)])).With("y", scale.Y([.. outline.Select(p => p.Y)]));
    }

    /// <summary>Along the upper curve and back along the lower, where both are numbers.</summary>
    private IEnumerable<(double X, double Y)> Outline()
    {
        var drawn = Enumerable.Range(0, X.Length).Where(i => double.IsFinite(X[i] + Low[i] + High[i])).ToArray();
        return drawn.Select(i => (X[i], High[i])).Concat(drawn.Reverse().Select(i => (X[i], Low[i])));
    }
}
