using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A scatter of points.</summary>
internal sealed record Points(double[] X, double[] Y) : Mark
{
    /// <summary>The number of all points, where only some are drawn; 0 where all are.</summary>
    public int Total { get; init; }

    public override Extent ExtentX(bool log) => Visible(X, log);

    public override Extent ExtentY(bool log) => Visible(Y, log);

    public override string Describe() => $"{Count(X.Length, "point")}{Reduced(X.Length, Total)}{Called}";

    public override void Draw(PlotArea area)
    {
        var path = new PathData();
        for (var i = 0; i < X.Length; i++)
            path.Dot(area.X(X[i]), area.Y(Y[i]));
        Pen.Stroke(area.Svg, Hue, 4.6, path.ToString(), "stroke-linecap=\"round\" stroke-opacity=\".72\"");
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
        => Pen.Stroke(svg, Hue, 5.5, $"M{SvgWriter.Number(x + 11)} {SvgWriter.Number(y)}h0", "stroke-linecap=\"round\"");

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var marker = new Plotly.NET.TraceObjects.Marker().With("size", 5).With("color", Pen.Light(Hue)).With("opacity", 0.72);
        yield return scale.Trace("scatter", Name).With("mode", "markers").With("x", scale.X(X)).With("y", scale.Y(Y))
            .With("marker", marker);
    }
}
