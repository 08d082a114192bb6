using System.Numerics;

namespace NeuralNets.Charts;

/// <summary>The marks of a figure of one panel; each call gives a new figure with one mark more.</summary>
public static partial class FigureMarks
{
    /// <summary>Adds points.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="x">Horizontal positions, one per point.</param>
    /// <param name="y">Vertical positions, as many; NaN leaves a point out.</param>
    /// <param name="name">What the legend calls them; empty for no entry.</param>
    /// <param name="hue">Their colour, by default the next one that is free.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Figure Scatter<TX, TY>(this Figure figure, IEnumerable<TX> x, IEnumerable<TY> y, string name = "", Hue hue = Hue.Auto)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        ArgumentNullException.ThrowIfNull(figure);
        var (xs, ys) = SameLength(Numbers.From(x), Numbers.From(y));
        var (drawnX, drawnY) = Reduction.Scatter(xs, ys);
        return figure.Add(new Points(drawnX, drawnY) { Total = xs.Length, Name = Said(name, drawnX.Length, xs.Length), Hue = hue });
    }

    /// <summary>Adds a line through points, in their order.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="x">Horizontal positions, one per point.</param>
    /// <param name="y">Vertical positions, as many; NaN leaves a gap.</param>
    /// <param name="name">What the legend calls it; empty for no entry.</param>
    /// <param name="hue">Its colour, by default the next one that is free.</param>
    /// <param name="dash">Unbroken, dashed or dotted.</param>
    /// <param name="dots">Whether the points are marked.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Figure Line<TX, TY>(
        this Figure figure, IEnumerable<TX> x, IEnumerable<TY> y, string name = "", Hue hue = Hue.Auto, Dash dash = Dash.Solid,
        bool dots = false)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        ArgumentNullException.ThrowIfNull(figure);
        var (xs, ys) = SameLength(Numbers.From(x), Numbers.From(y));
        var (drawnX, drawnY) = Reduction.Line(xs, ys);
        return figure.Add(new Curve(drawnX, drawnY)
        {
            Total = xs.Length,
            Name = name,
            Hue = hue,
            Dash = dash,
            HasDots = dots,
        });
    }

    /// <summary>Adds a curve that is still growing, over the positions 1, 2, …: its values so far, and a dot at the last.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="soFar">Its values so far.</param>
    /// <param name="length">How many there will be; of many only some are drawn.</param>
    /// <param name="name">What the legend calls it; empty for no entry.</param>
    /// <param name="hue">Its colour, by default the next one that is free.</param>
    /// <exception cref="ArgumentException">There are more values than there will be.</exception>
    public static Figure Growing(this Figure figure, IEnumerable<double> soFar, int length, string name = "", Hue hue = Hue.Auto)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var values = Numbers.From(soFar);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, values.Length);
        var positions = Reduction.Positions(length);
        double[] x = [.. positions];
        double[] y = [.. positions.TakeWhile(at => at <= values.Length).Select(at => values[at - 1])];
        var grown = figure.Add(new Curve(x, y) { Total = x.Length == length ? 0 : length, Name = name, Hue = hue });
        var last = values.Length == 0 ? new Points([], []) : new Points([values.Length], [values[^1]]);
        return grown.Add(last with { Hue = grown.Panels[0].Marks[^1].Hue });
    }

    /// <summary>Fills the area between two curves.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="x">Horizontal positions.</param>
    /// <param name="low">The lower curve, as many.</param>
    /// <param name="high">The upper curve, as many.</param>
    /// <param name="name">What the legend calls it; empty for no entry.</param>
    /// <param name="hue">Its colour, by default the next one that is free.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Figure Band<TX>(
        this Figure figure, IEnumerable<TX> x, IEnumerable<double> low, IEnumerable<double> high, string name = "", Hue hue = Hue.Auto)
        where TX : INumber<TX>
    {
        ArgumentNullException.ThrowIfNull(figure);
        var (xs, lows, highs) = (Numbers.From(x), Numbers.From(low), Numbers.From(high));
        Lengths.MustAgree("x", xs.Length, "low", lows.Length);
        Lengths.MustAgree("x", xs.Length, "high", highs.Length);
        return figure.Add(new Band(xs, lows, highs) { Name = name, Hue = hue });
    }

    /// <summary>Draws many runs as their median and the band that holds the middle 80 % of them, epoch by epoch.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="runs">One row of numbers per run, all of the same length: the losses over the epochs, from epoch 1.</param>
    /// <param name="name">What the legend calls the median; empty for no entry.</param>
    /// <param name="hue">The colour of both, by default the next one that is free.</param>
    /// <exception cref="ArgumentException">There is no run, or two of them differ in length.</exception>
    public static Figure Spread(this Figure figure, IEnumerable<IEnumerable<double>> runs, string name = "", Hue hue = Hue.Auto)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(runs);
        double[][] rows = [.. runs.Select(Numbers.From)];
        if (rows.Length == 0)
            throw new ArgumentException("Found no run. A spread needs at least one.", nameof(runs));
        foreach (var (i, row) in rows.Index())
            Lengths.MustAgree("epochs in the first run", rows[0].Length, FormattableString.Invariant($"in run {i + 1}"), row.Length);
        var epochs = Reduction.Positions(rows[0].Length);
        var columns = epochs.Select(e => Quantiles.Sorted(rows.Select(r => r[e - 1]))).ToArray();
        double[] At(double fraction) => [.. columns.Select(c => Quantiles.Of(c, fraction))];
        var banded = figure.Band(epochs, At(0.1), At(0.9), "", hue);
        var median = new Curve(Numbers.From(epochs), At(0.5)) { Total = rows[0].Length, Name = name };
        return banded.Add(median with { Hue = banded.Panels[0].Marks[^1].Hue });
    }

    /// <summary>Writes a few words at a point.</summary>
    public static Figure Note(this Figure figure, double x, double y, string text)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(text);
        return figure.Add(new Note(x, y, text) { Hue = Hue.Grey });
    }

    /// <summary>Draws a horizontal line right across the panel: a baseline, a threshold.</summary>
    public static Figure HorizontalLine(this Figure figure, double y, string name = "", Hue hue = Hue.Grey)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Add(new ReferenceLine(y, IsVertical: false) { Name = name, Hue = hue });
    }

    /// <summary>Draws a vertical line right across the panel: the epoch of the best weights, say.</summary>
    public static Figure VerticalLine(this Figure figure, double x, string name = "", Hue hue = Hue.Grey)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Add(new ReferenceLine(x, IsVertical: true) { Name = name, Hue = hue });
    }

    private static (double[] X, double[] Y) SameLength(double[] x, double[] y)
    {
        Lengths.MustAgree("x", x.Length, "y", y.Length);
        return (x, y);
    }

    /// <summary>The legend says when not every point is drawn.</summary>
    private static string Said(string name, int drawn, int total) => drawn == total
        ? name
        : FormattableString.Invariant($"{name} ({drawn:N0} of {total:N0} points drawn)").TrimStart();
}
