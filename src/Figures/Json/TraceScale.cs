using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>Makes the traces of one panel: on its axes, with numbers as fine as a screen can show.</summary>
internal sealed class TraceScale(
    int panel, (Extent X, Extent Y) ranges, (int X, int Y) decimals, (double Width, double Height) area)
{
    /// <summary>The size of the area between the panel's axes, in pixels of a wide page; (0, 0) for a panel with axes.</summary>
    public (double Width, double Height) Area { get; } = area;

    /// <summary>The ranges of the panel's axes.</summary>
    public (Extent X, Extent Y) Ranges { get; } = ranges;

    /// <summary>"", "2", "3" …: how plotly numbers axes and legends.</summary>
    public string Suffix { get; } = panel == 0 ? "" : SvgWriter.Number(panel + 1);

    public static TraceScale For(
        int panel, (Extent X, Extent Y) ranges, (Axis X, Axis Y) axes, (double Width, double Height) area)
        => new(panel, ranges, (Decimals(ranges.X, axes.X), Decimals(ranges.Y, axes.Y)), area);

    public RoundedNumbers X(IReadOnlyList<double> values) => new(values, decimals.X);

    public RoundedNumbers Y(IReadOnlyList<double> values) => new(values, decimals.Y);

    /// <summary>A trace on this panel's axes, in the legend if it has a name.</summary>
    public Trace2D Trace(string type, string name)
    {
        var trace = new Trace2D(type).With("xaxis", "x" + Suffix).With("yaxis", "y" + Suffix);
        return name.Length == 0
            ? trace.With("showlegend", false)
            : trace.With("name", name).With("legend", "legend" + Suffix);
    }

    /// <summary>
    /// As many decimals as tell a two-thousandth of the axis apart, half a pixel on a wide screen. −1: four significant digits.
    /// </summary>
    private static int Decimals(Extent range, Axis axis)
        => axis.IsLog || range.IsEmpty || range.Length == 0 ? -1 : Math.Clamp((int)Math.Ceiling(Math.Log10(2000 / range.Length)), 0, 15);
}
