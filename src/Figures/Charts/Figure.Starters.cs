using System.Numerics;

namespace NeuralNets.Charts;

/// <content>How a figure begins: with its first mark. The same words add further marks, see <see cref="FigureMarks"/>.</content>
public sealed partial class Figure
{
    /// <summary>A figure with a title and nothing in it yet.</summary>
    public static Figure Of(string title, params object[] numbers) => new Figure([new Panel()]).Titled(title, numbers);

    /// <summary>A scatter of points.</summary>
    /// <inheritdoc cref="FigureMarks.Scatter{TX,TY}(Figure, IEnumerable{TX}, IEnumerable{TY}, string, Hue)"/>
    public static Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string name = "", Hue hue = Hue.Auto)
        where TX : INumber<TX>
        where TY : INumber<TY>
        => Empty.Scatter(x, y, name, hue);

    /// <summary>A line through points.</summary>
    /// <inheritdoc cref="FigureMarks.Line{TX,TY}(Figure, IEnumerable{TX}, IEnumerable{TY}, string, Hue, Dash, bool)"/>
    public static Figure Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string name = "", Hue hue = Hue.Auto, Dash dash = Dash.Solid, bool dots = false)
        where TX : INumber<TX>
        where TY : INumber<TY>
        => Empty.Line(x, y, name, hue, dash, dots);

    /// <summary>The area between two curves.</summary>
    /// <inheritdoc cref="FigureMarks.Band{TX}(Figure, IEnumerable{TX}, IEnumerable{double}, IEnumerable{double}, string, Hue)"/>
    public static Figure Band<TX>(
        IEnumerable<TX> x, IEnumerable<double> low, IEnumerable<double> high, string name = "", Hue hue = Hue.Auto)
        where TX : INumber<TX>
        => Empty.Band(x, low, high, name, hue);

    /// <summary>Many runs as their median and the band that holds the middle 80 % of them.</summary>
    /// <inheritdoc cref="FigureMarks.Spread(Figure, IEnumerable{IEnumerable{double}}, string, Hue)"/>
    public static Figure Spread(IEnumerable<IEnumerable<double>> runs, string name = "", Hue hue = Hue.Auto) =>
        Empty.Spread(runs, name, hue);

    /// <summary>Bars from zero.</summary>
    /// <inheritdoc cref="FigureMarks.Bars(Figure, IEnumerable{string}, IEnumerable{double}, IEnumerable{double}?, string, Hue)"/>
    public static Figure Bars(
        IEnumerable<string> labels, IEnumerable<double> heights, IEnumerable<double>? errors = null, string name = "", Hue hue = Hue.Auto)
        => Empty.Bars(labels, heights, errors, name, hue);

    /// <summary>A histogram.</summary>
    /// <inheritdoc cref="FigureMarks.Histogram{T}(Figure, IEnumerable{T}, int?, string, Hue)"/>
    public static Figure Histogram<T>(IEnumerable<T> values, int? bins = null, string name = "", Hue hue = Hue.Auto)
        where T : INumber<T>
        => Empty.Histogram(values, bins, name, hue);

    /// <summary>A box plot for each group of runs.</summary>
    /// <inheritdoc cref="FigureMarks.Boxes(Figure, IEnumerable{string}, IEnumerable{IEnumerable{double}}, string, Hue)"/>
    public static Figure Boxes(IEnumerable<string> labels, IEnumerable<IEnumerable<double>> runs, string name = "", Hue hue = Hue.Auto)
        => Empty.Boxes(labels, runs, name, hue);

    /// <summary>A loss curve; the legend gives its last value.</summary>
    /// <inheritdoc cref="FigureMarks.Losses(Figure, IEnumerable{double}, string, Hue, Dash)"/>
    public static Figure Losses(IEnumerable<double> losses, string name, Hue hue = Hue.Auto, Dash dash = Dash.Solid)
        => Empty.Losses(losses, name, hue, dash).Axes("epoch", "loss");

    private static Figure Empty { get; } = new([new Panel()]);
}
