using NeuralNets.Networks;
using NeuralNets.Tests.Training;
using NeuralNets.Torch;
using NeuralNets.Training;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Networks;

[Collection(TorchCollection.Name)]
public class TreeNetworkTests
{
    [Fact]
    public void An_expression_is_computed_modulo_5()
    {
        var tree = new ClockExpression.Operation('*',
            new ClockExpression.Operation('+', new ClockExpression.Number(3), new ClockExpression.Number(4)),
            new ClockExpression.Operation('-', new ClockExpression.Number(2), new ClockExpression.Number(4)));
        Assert.Equal("((3+4)*(2-4))", tree.ToString());
        Assert.Equal((((3 + 4) * (2 - 4) % 5) + 5) % 5, tree.Value);
        Assert.Equal(2, tree.Depth);
    }

    [Fact]
    public void A_drawn_expression_has_the_depth_asked_for_and_a_value_on_the_clock()
    {
        var random = new Random(1);
        Assert.All(Enumerable.Range(0, 60), i =>
        {
            var tree = ClockExpression.Draw(i % 6, random);
            Assert.Equal(i % 6, tree.Depth);
            Assert.InRange(tree.Value, 0, ClockExpression.Values - 1);
            Assert.DoesNotContain(tree.ToString()!, sign => !ClockExpression.Signs.Contains(sign, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Trees_computed_together_are_as_trees_computed_alone()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var random = new Random(2);
        var trees = Enumerable.Range(0, 12).Select(i => ClockExpression.Draw(i % 5, random)).ToArray();
        var net = Seeds.Build(1, () => new TreeNetwork(width: 4, hidden: 6));
        var together = net.forward([.. trees, trees[3]]);
        Assert.Equal([13, ClockExpression.Values], together.shape);
        for (var i = 0; i < trees.Length; i++)
            Assert.True(together[i].allclose(net.forward([trees[i]])[0], 1e-5, 1e-6));
        Assert.True(together[12].equal(together[3]).all().item<bool>());
    }
}
