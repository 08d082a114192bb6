using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A line right across the panel at one value: a threshold, a baseline.</summary>
internal sealed record ReferenceLine(double At, bool IsVertical) : Mark
{
    public override Extent ExtentX(bool log) => IsVertical ? Visible([At], log) : Extent.None;

    public override Extent ExtentY(bool log) => IsVertical ? Extent.None : Visible([At], log);

    public override string Describe() =>
        FormattableString.Invariant($"a {(IsVertical ? "vertical" : "horizontal")} line{Called} at {At:G4}");

    public override void Draw(PlotArea area)
    {
        var at = SvgWriter.Number(IsVertical ? area.X(At) : area.Y(At));
        var line = IsVertical ? $"M{at} 0V{SvgWriter.Number(area.Height)}" : $"M0 {at}H{SvgWriter.Number(area.Width)}";
        Pen.Stroke(area.Svg, Hue, 1.4, line, "stroke-dasharray=\"5 3\"");
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
        => Pen.Stroke(svg, Hue, 1.4, $"M{SvgWriter.Number(x)} {SvgWriter.Number(y)}h22", "stroke-dasharray=\"5 3\"");

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var ((left, right), (bottom, top)) = ((scale.Ranges.X.Low, scale.Ranges.X.High), (scale.Ranges.Y.Low, scale.Ranges.Y.High));
        yield return scale.Trace("scatter", Name).With("mode", "lines").With("hoverinfo", "skip")
            .With("x", scale.X(IsVertical ? [At, At] : [left, right])).With("y", scale.Y(IsVertical ? [bottom, top] : [At, At]))
            .With("line", new Line().With("color", Pen.Light(Hue)).With("width", 1.4).With("dash", "5px,3px"));
    }
}
