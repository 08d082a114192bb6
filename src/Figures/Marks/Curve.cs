using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A line through points, in their order. It may end before its positions do, as a curve that is still growing.</summary>
internal sealed record Curve(double[] X, double[] Y) : Mark
{
    public Dash Dash { get; init; }

    /// <summary>True if the points are marked on the line.</summary>
    public bool HasDots { get; init; }

    /// <summary>The number of all points, where only some are drawn; 0 where all are.</summary>
    public int Total { get; init; }

    public override Extent ExtentX(bool log) => Visible(X, log);

    public override Extent ExtentY(bool log) => Visible(Y, log);

    public override string Describe() => $"a line{Called} through {Count(Y.Length, "point")}{Reduced(Y.Length, Total)}";

    public override void Draw(PlotArea area)
    {
        var (line, dots) = (new PathData(), new PathData());
        for (var i = 0; i < Y.Length; i++)
        {
            var (x, y) = (area.X(X[i]), area.Y(Y[i]));
            line.LineTo(x, y);
            if (HasDots || Y.Length == 1)
                dots.Dot(x, y);
        }

        Pen.Stroke(area.Svg, Hue, 2, line.ToString(), Pattern);
        Pen.Stroke(area.Svg, Hue, 5, dots.ToString(), "stroke-linecap=\"round\"");
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
    {
        var (from, middle) = ($"M{SvgWriter.Number(x)} {SvgWriter.Number(y)}", $"M{SvgWriter.Number(x + 11)} {SvgWriter.Number(y)}h0");
        Pen.Stroke(svg, Hue, 2, from + "h22", Pattern);
        Pen.Stroke(svg, Hue, 5, HasDots ? middle : "", "stroke-linecap=\"round\"");
    }

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var line = new Line().With("color", Pen.Light(Hue)).With("width", 2).With("simplify", false);
        if (Dash != Dash.Solid)
            line.With("dash", Dash == Dash.Dashed ? "7px,4px" : "2px,3px");
        var trace = scale.Trace("scatter", Name).With("mode", HasDots || Y.Length == 1 ? "lines+markers" : "lines").With("x", scale.X(X))
            .With("y", scale.Y(Y)).With("line", line);
        if (HasDots)
            trace.With("marker", new Plotly.NET.TraceObjects.Marker().With("size", 5).With("color", Pen.Light(Hue)));
        yield return trace;
    }

    private string Pattern => Dash switch
    {
        Dash.Dashed => "stroke-dasharray=\"7 4\" stroke-linejoin=\"round\"",
        Dash.Dotted => "stroke-dasharray=\"2 3\" stroke-linejoin=\"round\"",
        _ => "stroke-linejoin=\"round\"",
    };
}
