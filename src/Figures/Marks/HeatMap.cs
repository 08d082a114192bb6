using System.Globalization;
using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>A matrix as colours; row 0 stands on top, or at the bottom where the axes are numbers.</summary>
internal sealed record HeatMap(double[,] Z, Extent X, Extent Y, ColourScale Scale) : Mark
{
    /// <summary>The numbers that the two ends of the colour scale stand for; the data's own unless set.</summary>
    public Extent Range { get; init; } = RangeOf(Z, Scale);

    /// <summary>A format for the numbers in the cells, such as "0"; null for none.</summary>
    public string? Format { get; init; }

    /// <summary>True if row 0 is drawn on top.</summary>
    public bool TopDown { get; init; } = true;

    public override bool Fills => true;

    private int Rows => Z.GetLength(0);

    private int Columns => Z.GetLength(1);

    public override Extent ExtentX(bool log) => X;

    public override Extent ExtentY(bool log) => Y;

    public override string Describe() =>
        FormattableString.Invariant($"a heat map{Called} of {Rows} × {Columns} cells from {Range.Low:G3} to {Range.High:G3}");

    public static Extent RangeOf(double[,] z, ColourScale scale)
    {
        var range = Extent.Of(z.Cast<double>());
        var largest = Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
        return range.IsEmpty ? new(0, 1) : scale == ColourScale.Diverging ? new(-largest, largest) : range;
    }

    public override void Draw(PlotArea area)
    {
        if (Z.Length == 0)
            return;
        var (left, right) = (area.X(X.Low), area.X(X.High));
        var (top, bottom) = (Math.Min(area.Y(Y.Low), area.Y(Y.High)), Math.Max(area.Y(Y.Low), area.Y(Y.High)));
        if (Format is not null && Z.Cast<double>().Any(double.IsNaN))
            area.Svg.Raw($"<rect width=\"{area.Width}\" height=\"{area.Height}\" class=\"e\" fill=\"#dfe3e8\"/>");
        Cells.Draw(area.Svg, TopDown ? Z : Flipped(), Range, ColourRamp.Of(Scale), (left, top, right - left, bottom - top));
        if (Format is not null)
            DrawNumbers(area.Svg, (left, top, (right - left) / Columns, (bottom - top) / Rows));
    }

    public override void DrawKey(SvgWriter svg, double x, double y) => DrawBar(svg, x, y, KeyWidth);

    public override void DrawBar(SvgWriter svg, double x, double y, double width) =>
        Cells.DrawBar(svg, ColourRamp.Of(Scale), x, y, width);

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var (width, height) = (X.Length / Math.Max(1, Columns), Y.Length / Math.Max(1, Rows));
        var trace = scale.Trace("heatmap", "").With("showscale", false)
            .With("x", scale.X([.. Enumerable.Range(0, Columns).Select(i => X.Low + ((i + 0.5) * width))]))
            .With("y", scale.Y([.. Enumerable.Range(0, Rows).Select(i => Y.Low + ((i + 0.5) * height))]))
            .With("z", new RoundedMatrix(Z))
            .With("zmin", Range.Low).With("zmax", Range.High).With("colorscale", ColourRamp.Of(Scale).Steps());
        if (Format is not null)
            trace.With("text", Texts()).With("texttemplate", "%{text}");
        yield return trace;
    }

    private string[][] Texts() =>
        [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, Columns).Select(column => TextAt(row, column)).ToArray())];

    /// <summary>The number in a cell; of counts, most of which are 0, those that are not.</summary>
    private string TextAt(int row, int column) => Z[row, column] is var number && double.IsFinite(number) && !(number == 0 && IsOfCounts)
        ? number.ToString(Format, CultureInfo.InvariantCulture)
        : "";

    private bool IsOfCounts => Scale == ColourScale.Blue;

    private double[,] Flipped()
    {
        var flipped = new double[Rows, Columns];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
                flipped[row, column] = Z[Rows - 1 - row, column];
        }

        return flipped;
    }

    private void DrawNumbers(SvgWriter svg, (double X, double Y, double Width, double Height) cell)
    {
        var ramp = ColourRamp.Of(Scale);
        var size = Math.Min(TextSize.Tick, 0.6 * cell.Height);
        svg.Raw($"<g font-size=\"{size}\" text-anchor=\"middle\">");
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var text = TextAt(row, column);
                var line = TopDown ? row : Rows - 1 - row;
                if (text.Length > 0 && TextWidth.Of(text, size) < cell.Width)
                    svg.Text(cell.X + ((column + 0.5) * cell.Width), cell.Y + ((line + 0.5) * cell.Height) + (0.36 * size), text,
                        ramp.TextAt(Cells.Fraction(Z[row, column], Range)));
            }
        }

        svg.Raw("</g>");
    }
}
