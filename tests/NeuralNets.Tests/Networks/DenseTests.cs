using NeuralNets.Networks;
using NeuralNets.Tests.Training;
using NeuralNets.Torch;

namespace NeuralNets.Tests.Networks;

[Collection(TorchCollection.Name)]
public class DenseTests
{
    [Fact]
    public void A_plain_network_has_the_parameters_of_its_layers()
    {
        Libtorch.Load();
        using var net = Dense.Plain(inputs: 10, width: 4, depth: 3);
        Assert.Equal((10 * 4) + 4 + (2 * ((4 * 4) + 4)) + 4 + 1, net.parameters().Sum(p => p.numel()));
    }
}
