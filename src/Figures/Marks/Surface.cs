using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A surface as lines of equal height, the deeper the stronger: a loss over the plane of two parameters.</summary>
internal sealed record Surface(double[] X, double[] Y, double[,] Z, int Levels) : Mark
{
    /// <summary>The heights of the lines, each written at its line; null for <see cref="Levels"/> of them without a number.</summary>
    public IReadOnlyList<double>? At { get; init; }

    public override bool Fills => true;

    /// <summary>The lines of each height, found once: a replay draws the same surface in every frame.</summary>
    private (double Height, IReadOnlyList<List<(double X, double Y)>> Lines)[] Lines => field ??= Found();

    public override Extent ExtentX(bool log) => Visible(X, log);

    public override Extent ExtentY(bool log) => Visible(Y, log);

    public override string Describe()
    {
        var range = Extent.Of(Z.Cast<double>());
        return range.IsEmpty
            ? $"a surface{Called} without values"
            : FormattableString.Invariant($"a surface{Called} from {range.Low:G3} to {range.High:G3} as {At?.Count ?? Levels} contour lines");
    }

    public override void Draw(PlotArea area)
    {
        foreach (var (i, (_, lines)) in Lines.Index())
        {
            var path = new PathData();
            foreach (var line in lines)
            {
                path.Break();
                foreach (var (x, y) in line)
                    path.LineTo(area.X(x), area.Y(y));
            }

            Pen.Stroke(area.Svg, Hue, 1.2, path.ToString(), FormattableString.Invariant($"stroke-opacity=\"{Strength(i):0.##}\""));
        }

        foreach (var (x, y, text) in Numbers())
        {
            area.Svg.Text(area.X(x), area.Y(y) + TextSize.Tick, text,
                $"class=\"t h\" fill=\"currentColor\" font-size=\"{TextSize.Tick}\" text-anchor=\"middle\"");
        }
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
    {
        for (var i = 0; i < 3; i++)
            Pen.Stroke(svg, Hue, 1.2, $"M{SvgWriter.Number(x)} {SvgWriter.Number(y - 4 + (4 * i))}h22",
                FormattableString.Invariant($"stroke-opacity=\"{1 - (0.3 * i):0.##}\""));
    }

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        foreach (var (i, (level, lines)) in Lines.Index())
        {
            var points = lines.SelectMany(line => line.Append((double.NaN, double.NaN))).ToArray();
            yield return scale.Trace("scatter", "").With("mode", "lines").With("opacity", Strength(i))
                .With("hovertemplate", FormattableString.Invariant($"{level:G4}<extra></extra>"))
                .With("x", scale.X([.. points.Select(p => p.Item1)])).With("y", scale.Y([.. points.Select(p => p.Item2)]))
                .With("line", new Line().With("color", Pen.Light(Hue)).With("width", 1.2));
        }

        if (At is null)
            yield break;
        var numbers = Numbers().ToArray();
        yield return scale.Trace("scatter", "").With("mode", "text").With("hoverinfo", "skip")
            .With("x", scale.X([.. numbers.Select(n => n.X)])).With("y", scale.Y([.. numbers.Select(n => n.Y)]))
            .With("text", numbers.Select(n => n.Text)).With("textposition", "bottom center")
            .With("textfont", new Font().With("color", Palette.Text.Light));
    }

    private double Strength(int level) => Math.Round(1 - (0.75 * level / Math.Max(1, (At?.Count ?? Levels) - 1)), 2);

    private (double Height, IReadOnlyList<List<(double X, double Y)>> Lines)[] Found()
    {
        var lines = new Isolines(X, Y, Z);
        return [.. (At ?? Heights()).Select(height => (height, lines.At(height)))];
    }

    /// <summary>The number of each line, below its lowest point that is not at the border; for lines all at the border none.</summary>
    private IEnumerable<(double X, double Y, string Text)> Numbers()
    {
        if (At is null)
            yield break;
        var (x, y) = (Extent.Of(X), Extent.Of(Y));
        bool IsInside((double X, double Y) p) => Math.Min(p.X - x.Low, x.High - p.X) > 0.06 * x.Length && p.Y - y.Low > 0.06 * y.Length;
        foreach (var (height, lines) in Lines)
        {
            var inside = lines.SelectMany(line => line).Where(IsInside).ToArray();
            if (inside.Length > 0)
                yield return (inside.MinBy(p => p.Y).X, inside.Min(p => p.Y), FormattableString.Invariant($"{height:G3}").Replace('-', '−'));
        }
    }

    /// <summary>Closer together at the bottom of the valley, where the descent ends.</summary>
    private IEnumerable<double> Heights()
    {
        var range = Extent.Of(Z.Cast<double>());
        return range.IsEmpty || range.Length == 0
            ? []
            : Enumerable.Range(1, Levels).Select(i => range.Low + (range.Length * Math.Pow(i / (Levels + 1.0), 2.2)));
    }
}
