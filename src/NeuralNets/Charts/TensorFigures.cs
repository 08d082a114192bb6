using NeuralNets.Data;
using TorchSharp;

namespace NeuralNets.Charts;

/// <summary>Figures of tensors and of torch's networks, in the same words as all others: <c>Figure.Line(x, yHat)</c>.</summary>
public static class TensorFigures
{
    extension(Figure)
    {
        /// <inheritdoc cref="Figure.Scatter{TX,TY}(IEnumerable{TX}, IEnumerable{TY}, string, Hue)"/>
        public static Figure Scatter(Values x, Values y, string name = "", Hue hue = Hue.Auto) =>
            Figure.Scatter<double, double>(x, y, name, hue);

        /// <inheritdoc cref="Figure.Line{TX,TY}(IEnumerable{TX}, IEnumerable{TY}, string, Hue, Dash, bool)"/>
        public static Figure Line(
            Values x, Values y, string name = "", Hue hue = Hue.Auto, Dash dash = Dash.Solid, bool dots = false)
            => Figure.Line<double, double>(x, y, name, hue, dash, dots);

        /// <inheritdoc cref="Figure.Histogram{T}(IEnumerable{T}, int?, string, Hue)"/>
        public static Figure Histogram(Values values, int? bins = null, string name = "", Hue hue = Hue.Auto)
            => Figure.Histogram<double>(values, bins, name, hue);

        /// <summary>A network of linear layers, drawn with the weights it has now.</summary>
        /// <param name="net">The network; its parameters of two dimensions are taken as the layers' weights, in their order.</param>
        /// <param name="captions">What stands below the layers; null for nothing.</param>
        /// <exception cref="ArgumentException">It has no such parameter, or one does not fit the next.</exception>
        public static Figure Network(torch.nn.Module net, IEnumerable<string>? captions = null)
        {
            ArgumentNullException.ThrowIfNull(net);
            double[][,] weights = [.. net.parameters().Where(p => p.dim() == 2).Select(Matrix)];
            return weights.Length == 0
                ? throw new ArgumentException("Found no linear layer. Expected a network with at least one.", nameof(net))
                : Figure.Network([weights[0].GetLength(1), .. weights.Select(w => w.GetLength(0))], weights, captions: captions);
        }
    }

    private static double[,] Matrix(torch.Tensor weights)
    {
        var (rows, columns) = ((int)weights.shape[0], (int)weights.shape[1]);
        var (values, matrix) = (Values.FromTensor(weights), new double[rows, columns]);
        for (var i = 0; i < values.Count; i++)
            matrix[i / columns, i % columns] = values[i];
        return matrix;
    }
}
