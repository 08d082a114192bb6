using NeuralNets.Networks;
using NeuralNets.Tests.Training;
using NeuralNets.Torch;
using NeuralNets.Training;
using static TorchSharp.torch;

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
        Assert.Equal(net.parameters().Sum(p => p.numel()), Dense.Residual(10, 4, 3).parameters().Sum(p => p.numel()));
    }

    [Fact]
    public void A_residual_block_adds_to_its_input()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var block = Seeds.Build(1, () => new ResidualBlock(2));
        var (weights, bias) = (block.parameters().First().detach(), block.parameters().Last().detach());
        var x = tensor(new[] { -1f, 2f }).reshape(1, 2);
        var expected = x + tensor(new[] { 0f, 2f }).reshape(1, 2).matmul(weights.t()) + bias;
        Assert.True(block.forward(x).allclose(expected));
    }
}
