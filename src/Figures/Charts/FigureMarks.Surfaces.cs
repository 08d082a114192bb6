namespace NeuralNets.Charts;

/// <content>Matrices, images and surfaces.</content>
public static partial class FigureMarks
{
    private const int MostCells = 96;

    /// <summary>Draws a matrix as colours, row 0 on top.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="z">
    /// The matrix; cells that are NaN stay empty, or grey where numbers stand in the others. More than 96 rows or columns are
    /// averaged down to 96.
    /// </param>
    /// <param name="rows">Names of the rows; null for their numbers from 0.</param>
    /// <param name="columns">Names of the columns; null for their numbers from 0.</param>
    /// <param name="scale">How numbers become colours.</param>
    /// <param name="format">A format for the numbers in the cells, such as "0"; null to leave them out.</param>
    /// <param name="name">What stands before the bar of the colours.</param>
    /// <param name="range">The numbers that the ends of the colour scale stand for; by default the data's own.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than rows or columns.</exception>
    public static Figure HeatMap(
        this Figure figure, double[,] z, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null,
        ColourScale scale = ColourScale.Sequential, string? format = null, string name = "", (double Low, double High)? range = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(z);
        var (rowNames, columnNames) = (rows?.ToArray(), columns?.ToArray());
        if (rowNames is not null)
            Lengths.MustAgree("rows", z.GetLength(0), "names of rows", rowNames.Length);
        if (columnNames is not null)
            Lengths.MustAgree("columns", z.GetLength(1), "names of columns", columnNames.Length);
        var map = new HeatMap(Reduction.Matrix(z, MostCells), Cells(z.GetLength(1)), Cells(z.GetLength(0)), scale)
        {
            Format = format,
            Hue = Hue.Grey,
        };
        if (range is var (low, high))
            map = map with { Range = new(low, high) };
        return figure.Add(map with { Name = name, Ends = format is null ? Ends(map.Range) : null })
            .WithAxes(x => x with { Categories = columnNames }, y => y with { Categories = rowNames, IsReversed = true });
    }

    /// <summary>Draws a function of two variables as colours, y upwards.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="x">Horizontal positions, evenly spaced, one per column.</param>
    /// <param name="y">Vertical positions, evenly spaced, one per row.</param>
    /// <param name="z">The function's values, z[row, column] at (x[column], y[row]).</param>
    /// <param name="scale">How numbers become colours.</param>
    /// <param name="name">What stands before the bar of the colours.</param>
    /// <param name="range">
    /// The numbers at the two ends of the colours, for maps that are to be compared; null for the smallest and the largest.
    /// </param>
    /// <exception cref="ArgumentException">The lengths do not fit the matrix.</exception>
    public static Figure HeatMap(
        this Figure figure, IEnumerable<double> x, IEnumerable<double> y, double[,] z, ColourScale scale = ColourScale.Sequential,
        string name = "", (double Low, double High)? range = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var (xs, ys) = OnGrid(x, y, z);
        var map = new HeatMap(Reduction.Matrix(z, MostCells), Around(xs), Around(ys), scale) { TopDown = false, Hue = Hue.Grey };
        if (range is { } ends)
            map = map with { Range = new(ends.Low, ends.High) };
        return figure.Add(map with { Name = name, Ends = Ends(map.Range) });
    }

    /// <summary>Draws a surface as lines of equal height, closer together at the bottom.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="x">Horizontal positions, ascending, one per column.</param>
    /// <param name="y">Vertical positions, ascending, one per row.</param>
    /// <param name="z">The heights, z[row, column] at (x[column], y[row]).</param>
    /// <param name="name">What the legend calls it; empty for no entry.</param>
    /// <param name="levels">How many lines.</param>
    /// <param name="hue">Their colour, by default the next one that is free.</param>
    /// <param name="heights">The heights of the lines, ascending, each written at its line; null to leave them to the levels.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the matrix.</exception>
    public static Figure Contour(
        this Figure figure, IEnumerable<double> x, IEnumerable<double> y, double[,] z, string name = "", int levels = 12,
        Hue hue = Hue.Auto, IEnumerable<double>? heights = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        var (xs, ys) = OnGrid(x, y, z);
        return figure.Add(new Surface(xs, ys, z, levels) { Name = name, Hue = hue, At = heights?.ToArray() });
    }

    /// <summary>Draws a surface, given as a function, as lines of equal height: a loss over the plane of two parameters.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="height">The function.</param>
    /// <param name="x">The horizontal range.</param>
    /// <param name="y">The vertical range.</param>
    /// <param name="name">What the legend calls it; empty for no entry.</param>
    /// <param name="levels">How many lines.</param>
    /// <param name="hue">Their colour, by default the next one that is free.</param>
    /// <param name="heights">The heights of the lines, ascending, each written at its line; null to leave them to the levels.</param>
    public static Figure Contour(
        this Figure figure, Func<double, double, double> height, (double Low, double High) x, (double Low, double High) y,
        string name = "", int levels = 12, Hue hue = Hue.Auto, IEnumerable<double>? heights = null)
    {
        ArgumentNullException.ThrowIfNull(height);
        const int Points = 51;
        double[] xs = [.. Enumerable.Range(0, Points).Select(i => x.Low + (i * (x.High - x.Low) / (Points - 1)))];
        double[] ys = [.. Enumerable.Range(0, Points).Select(i => y.Low + (i * (y.High - y.Low) / (Points - 1)))];
        var z = new double[Points, Points];
        for (var row = 0; row < Points; row++)
        {
            for (var column = 0; column < Points; column++)
                z[row, column] = height(xs[column], ys[row]);
        }

        return figure.Contour(xs, ys, z, name, levels, hue, heights);
    }

    private static (double[] X, double[] Y) OnGrid(IEnumerable<double> x, IEnumerable<double> y, double[,] z)
    {
        ArgumentNullException.ThrowIfNull(z);
        var (xs, ys) = (Numbers.From(x), Numbers.From(y));
        Lengths.MustAgree("x", xs.Length, "columns", z.GetLength(1));
        Lengths.MustAgree("y", ys.Length, "rows", z.GetLength(0));
        return (xs, ys);
    }

    private static Extent Cells(int count) => new(-0.5, count - 0.5);

    /// <summary>From half a cell before the first position to half a cell behind the last.</summary>
    private static Extent Around(double[] at)
    {
        var extent = Extent.Of(at);
        var half = extent.IsEmpty || at.Length < 2 ? 0.5 : extent.Length / (at.Length - 1) / 2;
        return extent.IsEmpty ? new(0, 1) : new(extent.Low - half, extent.High + half);
    }

    /// <summary>The two ends of a range, as they stand at a bar of colours.</summary>
    internal static (string Low, string High) Ends(Extent range) => (
        FormattableString.Invariant($"{range.Low:G3}").Replace('-', '−'),
        FormattableString.Invariant($"{range.High:G3}").Replace('-', '−'));
}
