using NeuralNets.Data;
using NeuralNets.Training;
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

        /// <summary>
        /// Pictures beside and below each other: those of a batch, the filters of a layer, what it made of a picture. Shape
        /// [n, rows, columns], or with one channel [n, 1, rows, columns]; the rest as for matrices.
        /// </summary>
        public static Figure Images(
            torch.Tensor images, IEnumerable<string>? captions = null, int columns = 8, ColourScale scale = ColourScale.Grey,
            double size = 80, string? name = null, (double Low, double High)? range = null)
        {
            ArgumentNullException.ThrowIfNull(images);
            using var scope = torch.NewDisposeScope();
            using var noGradient = torch.no_grad();
            var pictures = images.dim() == 4 ? images.squeeze(1) : images;
            return Figure.Images(pictures.unbind().Select(ToMatrix), captions, columns, scale, size, name, range);
        }

        /// <summary>Pictures in colour, shape [n, 3, rows, columns]: red, green and blue between 0 and 1.</summary>
        public static Figure ColourImages(
            torch.Tensor images, IEnumerable<string>? captions = null, int columns = 8, double size = 80)
        {
            ArgumentNullException.ThrowIfNull(images);
            using var scope = torch.NewDisposeScope();
            return Figure.ColourImages(images.unbind().Select(ToChannels), captions, columns, size);
        }

        /// <summary>A network of linear layers, drawn with the weights it has now.</summary>
        /// <param name="net">The network; its parameters of two dimensions are taken as the layers' weights, in their order.</param>
        /// <param name="captions">What stands below the layers; null for nothing.</param>
        /// <exception cref="ArgumentException">It has no such parameter, or one does not fit the next.</exception>
        public static Figure Network(torch.nn.Module net, IEnumerable<string>? captions = null)
        {
            ArgumentNullException.ThrowIfNull(net);
            double[][,] weights = [.. net.parameters().Where(p => p.dim() == 2).Select(ToMatrix)];
            return weights.Length == 0
                ? throw new ArgumentException("Found no linear layer. Expected a network with at least one.", nameof(net))
                : Figure.Network([weights[0].GetLength(1), .. weights.Select(w => w.GetLength(0))], weights, captions: captions);
        }
    }

    /// <summary>A tensor of two dimensions, such as a picture or the weights of a layer, as a matrix of C#.</summary>
    /// <exception cref="ArgumentException">It has more or fewer dimensions.</exception>
    public static double[,] ToMatrix(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var matrix = new double[Size(tensor, 2, 0), Size(tensor, 2, 1)];
        Buffer.BlockCopy(tensor.ToDoubles(), 0, matrix, 0, matrix.Length * sizeof(double));
        return matrix;
    }

    private static double[,,] ToChannels(torch.Tensor picture)
    {
        var channels = new double[Size(picture, 3, 0), Size(picture, 3, 1), Size(picture, 3, 2)];
        Buffer.BlockCopy(picture.ToDoubles(), 0, channels, 0, channels.Length * sizeof(double));
        return channels;
    }

    private static long Size(torch.Tensor tensor, int dimensions, int dimension) => tensor.dim() == dimensions
        ? tensor.shape[dimension]
        : throw new ArgumentException(
            $"Found a tensor of shape [{string.Join(", ", tensor.shape)}]. Expected {dimensions} dimensions.", nameof(tensor));
}
