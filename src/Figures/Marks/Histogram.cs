using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>Counts of values in a row of equal intervals.</summary>
internal sealed record Histogram(double Low, double BinWidth, double[] Counts) : Mark
{
    public override Extent ExtentX(bool log) => Counts.Length == 0 ? Extent.None : Visible([Low, Low + (BinWidth * Counts.Length)], log);

    public override Extent ExtentY(bool log) => log ? Visible(Counts, log) : Extent.Of(Counts).With(0);

    public override bool StandsOnZero => true;

    public override string Describe() => $"a histogram{Called} of {Count((int)Counts.Sum(), "value")} in {Count(Counts.Length, "bin")}";

    /// <summary>Sorts values into bins; values that are not numbers are left out.</summary>
    public static Histogram Of(IReadOnlyList<double> values, int? bins)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        var extent = Extent.Of(finite);
        if (extent.IsEmpty)
            return new(0, 1, []);
        var count = bins ?? Math.Clamp((int)Math.Ceiling(2 * Math.Cbrt(finite.Length)), 1, 60);
        var (low, width) = extent.Length > 0 ? (extent.Low, extent.Length / count) : (extent.Low - (count / 2.0), 1);
        var counts = new double[count];
        foreach (var value in finite)
            counts[Math.Clamp((int)((value - low) / width), 0, count - 1)]++;
        return new(low, width, counts);
    }

    public override void Draw(PlotArea area)
    {
        var shape = new PathData();
        var floor = area.Axes.Y.IsLog ? area.Height : area.Y(0);
        for (var i = 0; i < Counts.Length; i++)
        {
            var (left, right, top) = (area.X(Low + (i * BinWidth)) + 0.5, area.X(Low + ((i + 1) * BinWidth)) - 0.5, area.Y(Counts[i]));
            if (Counts[i] > 0 && double.IsFinite(left))
                shape.Outline((left, floor), (left, top), (right, top), (right, floor));
        }

        Pen.Fill(area.Svg, Hue, shape.ToString(), "fill-opacity=\".7\"");
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
        => Pen.Fill(svg, Hue, $"M{SvgWriter.Number(x + 5)} {SvgWriter.Number(y - 5)}h11v10h-11Z", "fill-opacity=\".7\"");

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        yield return scale.Trace("bar", Name)
            .With("x", scale.X([.. Counts.Select((_, i) => Low + ((i + 0.5) * BinWidth))])).With("y", scale.Y(Counts))
            .With("width", 0.98 * BinWidth)
            .With("marker", new Plotly.NET.TraceObjects.Marker().With("color", Pen.Light(Hue)).With("opacity", 0.7));
    }
}
