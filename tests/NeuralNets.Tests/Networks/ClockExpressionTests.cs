using NeuralNets.Networks;
using NeuralNets.Tests.Training;
using NeuralNets.Torch;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Networks;

[Collection(TorchCollection.Name)]
public class ClockExpressionTests
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
    public void Signs_become_ones_with_blanks_in_front()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        ClockExpression two = new ClockExpression.Number(2);
        var codes = ClockExpression.Encode([two, new ClockExpression.Operation('-', two, two)]);
        Assert.Equal([2, 5, ClockExpression.Signs.Length], codes.shape);
        var read = codes.cpu().argmax(2).data<long>().ToArray();
        Assert.Equal("(2-2)", string.Concat(read[5..].Select(sign => ClockExpression.Signs[(int)sign])));
        Assert.Equal([0, 0, 0, 0, 1], codes[0].sum(1).to(float64).data<double>().ToArray());
    }
}
