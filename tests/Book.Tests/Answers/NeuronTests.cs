using NeuralNets.Page.Answers;
using NeuralNets.Scratch.Perceptrons;

namespace Book.Tests.Answers;

/// <summary>The one neuron of a figure that answers.</summary>
public class NeuronTests
{
    [Fact]
    public void It_gives_the_sigmoid_of_the_weighted_sum_as_the_notebook_writes_it()
    {
        double[] inputs = [0, 0, 0.3, 0.8, 1, 1, -2, 5, 0.75, 0];
        var expected = inputs.Chunk(2).Select(i => 1 / (1 + Math.Exp(-((20 * i[0]) + (10 * i[1]) - 15))));
        Assert.All(
            Neuron.Outputs([20, 10], -15, Activation.Sigmoid, inputs).Zip(expected),
            pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Without_an_activation_it_is_the_sum() =>
        Assert.Equal([6.0, -1], Neuron.Outputs([1, 2, 3], 0, Activation.Identity, [1, 1, 1, 0, 1, -1]));

    [Fact]
    public void A_point_that_is_not_whole_is_refused()
    {
        Assert.Empty(Neuron.Outputs([1, 2], 0, Activation.Relu, []));
        Assert.Equal(
            "Found 3 numbers for 2 weights. Expected one for each, point by point.",
            Assert.Throws<ArgumentException>(() => Neuron.Outputs([1, 2], 0, Activation.Relu, [1, 2, 3])).Message);
        Assert.Throws<ArgumentException>(() => Neuron.Outputs([], 0, Activation.Relu, []));
    }
}
