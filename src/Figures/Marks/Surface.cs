using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A surface as lines of equal height, the deeper the stronger: a loss over the plane of two parameters.</summary>
internal sealed record Surface(double[] X, double[] Y, double[,] Z, int Levels) : Mark
{
    public override bool Fills => true;

    public override Extent ExtentX(bool log) => Visible(X, log);

    public override Extent ExtentY(bool log) => Visible(Y, log);

    public override string Describe()
    {
        var range = Extent.Of(Z.Cast<double>());
        return range.IsEmpty
            ? $"a surface{Called} without values"
            : FormattableString.Invariant($"a surface{Called} from {range.Low:G3} to {range.High:G3} as {Levels} contour lines");
    }

    public override void Draw(PlotArea area)
    {
        var lines = new Isolines(X, Y, Z);
        foreach (var (i, level) in Heights().Index())
        {
            var path = new PathData();
            foreach (var line in lines.At(level))
            {
                path.Break();
                foreach (var (x, y) in line)
                    path.LineTo(area.X(x), area.Y(y));
            }

            Pen.Stroke(area.Svg, Hue, 1.2, path.ToString(), FormattableString.Invariant($"stroke-opacity=\"{Strength(i):0.##}\""));
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
        var lines = new Isolines(X, Y, Z);
        foreach (var (i, level) in Heights().Index())
        {
            var points = lines.At(level).SelectMany(line => line.Append((double.NaN, double.NaN))).ToArray();
            yield return scale.Trace("scatter", "").With("mode", "lines").With("opacity", Strength(i))
                .With("hovertemplate", FormattableString.Invariant($"{level:G4}<extra></extra>"))
                .With("x", scale.X([.. points.Select(p => p.Item1)])).With("y", scale.Y([.. points.Select(p => p.Item2)]))
                .With("line", new Line().With("color", Pen.Light(Hue)).With("width", 1.2));
        }
    }

    private double Strength(int level) => Math.Round(1 - (0.75 * level / Math.Max(1, Levels - 1)), 2);

    /// <summary>Closer together at the bottom of the valley, where the descent ends.</summary>
    private IEnumerable<double> Heights()
    {
        var range = Extent.Of(Z.Cast<double>());
        return range.IsEmpty || range.Length == 0
            ? []
            : Enumerable.Range(1, Levels).Select(i => range.Low + (range.Length * Math.Pow(i / (Levels + 1.0), 2.2)));
    }
}
