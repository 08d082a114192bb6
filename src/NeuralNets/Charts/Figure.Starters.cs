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

    /// <summary>A scatter of points.</summary>
    /// <inheritdoc cref="FigureMarks.Scatter(Figure, Values, Values, string, Hue)"/>
    public static Figure Scatter(Values x, Values y, string name = "", Hue hue = Hue.Auto) => Empty.Scatter(x, y, name, hue);

    /// <summary>A line through points.</summary>
    /// <inheritdoc cref="FigureMarks.Line{TX,TY}(Figure, IEnumerable{TX}, IEnumerable{TY}, string, Hue, Dash, bool)"/>
    public static Figure Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string name = "", Hue hue = Hue.Auto, Dash dash = Dash.Solid, bool dots = false)
        where TX : INumber<TX>
        where TY : INumber<TY>
        => Empty.Line(x, y, name, hue, dash, dots);

    /// <summary>A line through points.</summary>
    /// <inheritdoc cref="FigureMarks.Line(Figure, Values, Values, string, Hue, Dash, bool)"/>
    public static Figure Line(
        Values x, Values y, string name = "", Hue hue = Hue.Auto, Dash dash = Dash.Solid, bool dots = false)
        => Empty.Line(x, y, name, hue, dash, dots);

    private static Figure Empty { get; } = new([new Panel()]);
}
