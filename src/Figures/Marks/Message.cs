using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>Words in place of a picture, where there is none.</summary>
internal sealed record Message(IReadOnlyList<string> Lines) : Mark
{
    public override bool NeedsAxes => false;

    public override Extent ExtentX(bool log) => Extent.None;

    public override Extent ExtentY(bool log) => Extent.None;

    public override string Describe() => string.Join(", ", Lines);

    public override void Draw(PlotArea area)
    {
        foreach (var (i, line) in Lines.Index())
        {
            area.Svg.Text(area.Width / 2, (area.Height / 2) + (20 * i), TextWidth.Shorten(line, TextSize.Label, area.Width),
                "class=\"n\" fill=\"#6b727a\" text-anchor=\"middle\"");
        }
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
    {
    }

    public override IEnumerable<Trace2D> Traces(TraceScale scale) => [];
}
