namespace NeuralNets.Charts;

/// <summary>The area between a panel's axes being drawn: how data become pixels of that area.</summary>
internal sealed class PlotArea(SvgWriter svg, (Axis X, Axis Y) axes, (Extent X, Extent Y) ranges, (double Width, double Height) size)
{
    public SvgWriter Svg { get; } = svg;

    public (Axis X, Axis Y) Axes { get; } = axes;

    public double Width => size.Width;

    public double Height => size.Height;

    /// <summary>Pixels from the left edge of the area.</summary>
    public double X(double value) => Width * Fraction(value, ranges.X, Axes.X);

    /// <summary>Pixels from the top edge of the area.</summary>
    public double Y(double value) => Height * (1 - Fraction(value, ranges.Y, Axes.Y));

    private static double Fraction(double value, Extent range, Axis axis)
    {
        var fraction = axis.IsLog
            ? Math.Log10(value / range.Low) / Math.Log10(range.High / range.Low)
            : (value - range.Low) / range.Length;
        return axis.IsReversed ? 1 - fraction : fraction;
    }
}
