using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>
/// Box plots of runs at the positions 0, 1, …: quartiles and median, whiskers to the outermost runs within 1.5 box lengths,
/// and up to sixty runs each as dots.
/// </summary>
internal sealed record Boxes(IReadOnlyList<double[]> Runs) : Mark
{
    private const int MostDots = 60;
    private const double Half = 0.26;

    public override Extent ExtentX(bool log) => new(-0.5, Runs.Count - 0.5);

    public override Extent ExtentY(bool log) => Visible(Runs.SelectMany(r => r), log);

    public override string Describe() => $"{Count(Runs.Count, "box plot")}{Called} of {Count(Runs.Sum(r => r.Length), "run")}";

    public override void Draw(PlotArea area)
    {
        var (boxes, lines, medians, dots) = (new PathData(), new PathData(), new PathData(), new PathData());
        foreach (var (i, runs) in Runs.Index())
        {
            foreach (var (x, y) in Dots(i, runs))
                dots.Dot(area.X(x), area.Y(y));
            if (runs.Length == 0)
                continue;
            var box = BoxOf(runs);
            var (left, middle, right) = (area.X(i - Half), area.X(i), area.X(i + Half));
            boxes.Outline((left, area.Y(box.Q1)), (left, area.Y(box.Q3)), (right, area.Y(box.Q3)), (right, area.Y(box.Q1)));
            Segment(lines, (middle, area.Y(box.Q3)), (middle, area.Y(box.High)));
            Segment(lines, (middle, area.Y(box.Q1)), (middle, area.Y(box.Low)));
            Segment(medians, (left, area.Y(box.Median)), (right, area.Y(box.Median)));
        }

        Pen.Fill(area.Svg, Hue, boxes.ToString(), "fill-opacity=\".2\"");
        Pen.Stroke(area.Svg, Hue, 1.3, boxes.ToString() + lines, "");
        Pen.Stroke(area.Svg, Hue, 3, medians.ToString(), "");
        Pen.Stroke(area.Svg, Hue, 4, dots.ToString(), "stroke-linecap=\"round\" stroke-opacity=\".6\"");
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
    {
        var box = $"M{SvgWriter.Number(x + 4)} {SvgWriter.Number(y - 5)}h14v10h-14Z";
        Pen.Fill(svg, Hue, box, "fill-opacity=\".2\"");
        Pen.Stroke(svg, Hue, 1.3, box, "");
    }

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var boxes = Runs.Select(BoxOf).ToArray();
        RoundedNumbers Of(Func<Box, double> part) => scale.Y([.. boxes.Select(part)]);
        yield return scale.Trace("box", Name)
            .With("x", scale.X([.. Runs.Select((_, i) => (double)i)])).With("q1", Of(b => b.Q1)).With("median", Of(b => b.Median))
            .With("q3", Of(b => b.Q3))
            .With("lowerfence", Of(b => b.Low)).With("upperfence", Of(b => b.High)).With("width", 2 * Half)
            .With("line", new Line().With("color", Pen.Light(Hue)).With("width", 1.5)).With("whiskerwidth", 0)
            .With("fillcolor", Pen.Light(Hue) + "33");
        var dots = Runs.SelectMany((runs, i) => Dots(i, runs)).ToArray();
        yield return scale.Trace("scatter", "").With("mode", "markers").With("hoverinfo", "y")
            .With("x", scale.X([.. dots.Select(d => d.X)])).With("y", scale.Y([.. dots.Select(d => d.Y)]))
            .With("marker", new Plotly.NET.TraceObjects.Marker().With("size", 4).With("color", Pen.Light(Hue)).With("opacity", 0.6));
    }

    private static void Segment(PathData path, (double X, double Y) from, (double X, double Y) to)
    {
        path.Break();
        path.LineTo(from.X, from.Y);
        path.LineTo(to.X, to.Y);
        path.Break();
    }

    private static Box BoxOf(double[] runs)
    {
        var sorted = Quantiles.Sorted(runs);
        var (q1, q3) = (Quantiles.Of(sorted, 0.25), Quantiles.Of(sorted, 0.75));
        var within = sorted.Where(v => v >= q1 - (1.5 * (q3 - q1)) && v <= q3 + (1.5 * (q3 - q1))).DefaultIfEmpty(double.NaN).ToArray();
        return new(within[0], q1, Quantiles.Of(sorted, 0.5), q3, within[^1]);
    }

    /// <summary>The runs beside each other in a fixed pattern that keeps neighbours apart.</summary>
    private static IEnumerable<(double X, double Y)> Dots(int position, double[] runs)
        => runs.Take(MostDots).Select((y, i) => (position + (((i * 0.618 % 1) - 0.5) * 0.8 * Half), y));

    private readonly record struct Box(double Low, double Q1, double Median, double Q3, double High);
}
