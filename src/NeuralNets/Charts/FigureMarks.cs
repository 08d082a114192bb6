using System.Numerics;

namespace NeuralNets.Charts;

/// <summary>What can be drawn into a figure of one panel; each call gives a new figure with one mark more.</summary>
public static class FigureMarks
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
        var (xs, ys) = SameLength(Values.From(x), Values.From(y));
        return figure.Add(new Points(xs, ys) { Name = name, Hue = hue });
    }

    /// <inheritdoc cref="Scatter{TX,TY}(Figure, IEnumerable{TX}, IEnumerable{TY}, string, Hue)"/>
    public static Figure Scatter(this Figure figure, Values x, Values y, string name = "", Hue hue = Hue.Auto)
        => figure.Scatter<double, double>(x, y, name, hue);

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
        this Figure figure, IEnumerable<TX> x, IEnumerable<TY> y, string name = "", Hue hue = Hue.Auto, Dash dash = Dash.Solid, bool dots = false)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        ArgumentNullException.ThrowIfNull(figure);
        var (xs, ys) = SameLength(Values.From(x), Values.From(y));
        return figure.Add(new Curve(xs, ys) { Name = name, Hue = hue, Dash = dash, HasDots = dots });
    }

    /// <inheritdoc cref="Line{TX,TY}(Figure, IEnumerable{TX}, IEnumerable{TY}, string, Hue, Dash, bool)"/>
    public static Figure Line(
        this Figure figure, Values x, Values y, string name = "", Hue hue = Hue.Auto, Dash dash = Dash.Solid, bool dots = false)
        => figure.Line<double, double>(x, y, name, hue, dash, dots);

    private static (double[] X, double[] Y) SameLength(double[] x, double[] y)
    {
        Lengths.MustAgree("x", x.Length, "y", y.Length);
        return (x, y);
    }
}
