using NeuralNets.Tests.Training;
using NeuralNets.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NeuralNets.Tests.Networks;

[Collection(TorchCollection.Name)]
public class ConvolutionTests
{
    [Fact]
    public void The_layer_computes_the_sum_over_window_and_channels()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        using var draws = new Generator(3);
        var picture = randn([1, 2, 6, 5], float64, generator: draws);
        var layer = Conv2d(2, 3, 3, dtype: float64);
        var (weights, bias) = (layer.weight.detach(), layer.bias!.detach());
        var found = layer.forward(picture);
        Assert.Equal([1, 3, 4, 3], found.shape);
        for (var filter = 0; filter < 3; filter++)
        {
            for (var row = 0; row < 4; row++)
            {
                for (var column = 0; column < 3; column++)
                    Assert.Equal(ByHand(picture, weights, bias, filter, row, column), found[0, filter, row, column].item<double>(), 1e-5);
            }
        }
    }

    private static double ByHand(Tensor picture, Tensor weights, Tensor bias, int filter, int row, int column)
    {
        var sum = bias[filter].item<double>();
        for (var channel = 0; channel < 2; channel++)
        {
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++)
                    sum += weights[filter, channel, i, j].item<double>() * picture[0, channel, row + i, column + j].item<double>();
            }
        }

        return sum;
    }
}
