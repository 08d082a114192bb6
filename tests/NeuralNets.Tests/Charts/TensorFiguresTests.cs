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
