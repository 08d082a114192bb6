using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A few words at a point, on the side where there is room.</summary>
internal sealed record Note(double X, double Y, string Text) : Mark
{
    public override Extent ExtentX(bool log) => Visible([X], log);

    public override Extent ExtentY(bool log) => Visible([Y], log);

    public override string Describe() => $"a note '{Text}'";

    public override void Draw(PlotArea area)
    {
        var (x, y) = (area.X(X), area.Y(Y));
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return;
        var toTheLeft = x > 0.55 * area.Width;
        var room = (toTheLeft ? x : area.Width - x) - 10;
        area.Svg.Raw($"<circle class=\"i\" cx=\"{x}\" cy=\"{y}\" r=\"2.5\" fill=\"currentColor\"/>");
        area.Svg.Text(x + (toTheLeft ? -6 : 6), Math.Clamp(y - 5, TextSize.Tick, area.Height - 3),
            TextWidth.Shorten(Text, TextSize.Tick, room),
            $"class=\"t h\" fill=\"currentColor\" font-size=\"{TextSize.Tick}\" text-anchor=\"{(toTheLeft ? "end" : "start")}\"");
    }

    public override void DrawKey(SvgWriter svg, double x, double y) =>
        svg.Raw($"<circle class=\"i\" cx=\"{x + 11}\" cy=\"{y}\" r=\"2.5\" fill=\"currentColor\"/>");

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var side = (X - scale.Ranges.X.Low) / scale.Ranges.X.Length > 0.55 ? "top left" : "top right";
        yield return scale.Trace("scatter", "").With("mode", "markers+text").With("hoverinfo", "skip")
            .With("x", scale.X([X])).With("y", scale.Y([Y])).With("text", new[] { Text }).With("textposition", side)
            .With("textfont", new Font().With("color", Palette.Text.Light))
            .With("marker", new Plotly.NET.TraceObjects.Marker().With("size", 5).With("color", Palette.Text.Light))
            .With("cliponaxis", false);
    }
}
