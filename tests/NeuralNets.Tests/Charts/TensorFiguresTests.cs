using NeuralNets.Charts;
using NeuralNets.Tests.Training;
using TorchSharp;

namespace NeuralNets.Tests.Charts;

[Collection(TorchCollection.Name)]
public class TensorFiguresTests
{
    private static readonly double[] X = [0, 1, 2];
    private static readonly double[] Y = [3, 5, 4];

    [Fact]
    public void Vectors_and_tensors_are_drawn_as_arrays_are()
    {
        using var column = torch.tensor(Y).reshape(3, 1);
        using var trained = torch.tensor(new[] { 3f, 5f, 4f }, requires_grad: true);
        var vector = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(X);
        var expected = Figure.Line(X, Y).ToHtml();
        Assert.Equal(expected, Figure.Line(X, column).ToHtml());
        Assert.Equal(expected, Figure.Line(X, trained).ToHtml());
        Assert.Equal(expected, Figure.Line(vector, Y).ToHtml());
        Assert.Equal(expected, Figure.Line(vector, trained).ToHtml());
    }

    [Fact]
    public void A_figure_begins_and_goes_on_with_tensors()
    {
        using var y = torch.tensor(Y);
        Assert.Equal(Figure.Scatter(X, Y).Line(X, Y).Scatter(X, Y).ToHtml(), Figure.Scatter(X, y).Line(X, y).Scatter(X, y).ToHtml());
        Assert.Equal(Figure.Histogram(Y).Histogram(Y).ToHtml(), Figure.Histogram(y).Histogram(y).ToHtml());
    }

    [Fact]
    public void Pictures_are_drawn_from_a_batch_with_and_without_a_channel_and_in_colour()
    {
        double[,] first = { { 0, 1, 2 }, { 3, 4, 5 } }, second = { { 6, 7, 8 }, { 9, 10, 11 } };
        using var batch = torch.arange(12, torch.ScalarType.Float32).reshape(2, 2, 3).requires_grad_();
        var expected = Figure.Images([first, second], ["a", "b"], size: 90).ToHtml();
        Assert.Equal(expected, Figure.Images(batch, ["a", "b"], size: 90).ToHtml());
        Assert.Equal(expected, Figure.Images(batch.unsqueeze(1), ["a", "b"], size: 90).ToHtml());
        using var light = torch.tensor(new[] { 0.0, 1, 0.5, 1, 0, 0.25 }).reshape(1, 3, 1, 2);
        var colours = Figure.ColourImages([new[, ,] { { { 0.0, 1 } }, { { 0.5, 1 } }, { { 0, 0.25 } } }]).ToHtml();
        Assert.Equal(colours, Figure.ColourImages(light).ToHtml());
        Assert.Contains("#008000", colours, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("#FFFF40", colours, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_tensor_of_two_dimensions_is_a_matrix_and_no_other_is()
    {
        using var tensor = torch.tensor(new[] { 1f, 2, 3, 4, 5, 6 }).reshape(2, 3);
        Assert.Equal(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, tensor.ToMatrix());
        Assert.Equal(new double[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, tensor.t().ToMatrix());
        Assert.Contains("Found a tensor of shape [6]. Expected 2 dimensions.",
            Assert.Throws<ArgumentException>(() => tensor.flatten().ToMatrix()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_is_drawn_with_the_weights_of_its_linear_layers()
    {
        using var net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Sigmoid(), torch.nn.Linear(3, 1));
        Assert.StartsWith("A network with layers of 2, 3, 1 neurons, its weights as", Figure.Network(net).Titled("")
            .ToString(), StringComparison.Ordinal);
        using var none = torch.nn.Sigmoid();
        Assert.Contains("Found no linear layer", Assert.Throws<ArgumentException>(() => Figure.Network(none)).Message,
            StringComparison.Ordinal);
    }
}
