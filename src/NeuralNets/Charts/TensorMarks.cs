using NeuralNets.Data;

namespace NeuralNets.Charts;

/// <summary>Numbers of tensors added to a figure, in the same words as all others: <c>figure.Line(x, yHat)</c>.</summary>
public static class TensorMarks
{
    /// <param name="figure">The figure so far.</param>
    extension(Figure figure)
    {
        /// <inheritdoc cref="FigureMarks.Scatter{TX,TY}(Figure, IEnumerable{TX}, IEnumerable{TY}, string, Hue)"/>
        public Figure Scatter(Values x, Values y, string name = "", Hue hue = Hue.Auto) => figure.Scatter<double, double>(x, y, name, hue);

        /// <inheritdoc cref="FigureMarks.Line{TX,TY}(Figure, IEnumerable{TX}, IEnumerable{TY}, string, Hue, Dash, bool)"/>
        public Figure Line(Values x, Values y, string name = "", Hue hue = Hue.Auto, Dash dash = Dash.Solid, bool dots = false)
            => figure.Line<double, double>(x, y, name, hue, dash, dots);

        /// <inheritdoc cref="FigureMarks.Histogram{T}(Figure, IEnumerable{T}, int?, string, Hue)"/>
        public Figure Histogram(Values values, int? bins = null, string name = "", Hue hue = Hue.Auto)
            => figure.Histogram<double>(values, bins, name, hue);
    }
}
