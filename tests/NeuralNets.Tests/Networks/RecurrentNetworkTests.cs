using NeuralNets.Networks;
using NeuralNets.Tests.Training;
using NeuralNets.Torch;
using NeuralNets.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Networks;

[Collection(TorchCollection.Name)]
public class RecurrentNetworkTests
{
    private const int Hidden = 3;

    [Theory]
    [InlineData(Recurrence.Simple)]
    [InlineData(Recurrence.Lstm)]
    [InlineData(Recurrence.Gru)]
    public void A_forecast_is_the_recurrence_written_out(Recurrence kind)
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        using var draws = new Generator(2);
        var net = Seeds.Build(1, () => new RecurrentNetwork(kind, inputs: 2, Hidden, outputs: 1));
        var sequence = randn([7, 2], float32, generator: draws);
        var p = net.parameters().ToDictionary(x => x, x => x.detach()).Values.ToArray();
        var found = net.forward(sequence.unsqueeze(0)).item<float>();

        var (h, c) = (zeros(Hidden), zeros(Hidden));
        for (var t = 0; t < 7; t++)
            (h, c) = Step(kind, p[0].matmul(sequence[t]) + p[2], p[1].matmul(h) + p[3], h, c);
        Assert.Equal((p[4].matmul(h) + p[5]).item<float>(), found, 1e-5);
    }

    [Theory]
    [InlineData(Recurrence.Simple)]
    [InlineData(Recurrence.Lstm)]
    [InlineData(Recurrence.Gru)]
    public void It_outlives_the_scope_that_it_is_built_in(Recurrence kind)
    {
        Libtorch.Load();
        var net = Seeds.Run(1, seed => Seeds.Build(seed, () => new RecurrentNetwork(kind, 2, Hidden, 1)))[0];
        using var scope = NewDisposeScope();
        Assert.Equal(6, net.parameters().Count());
        Assert.Equal([1, 1], net.forward(zeros(1, 5, 2)).shape);
    }

    [Fact]
    public void Reading_from_both_ends_sees_what_comes_after()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        foreach (var both in new[] { false, true })
        {
            var net = Seeds.Build(1, () => new RecurrentNetwork(Recurrence.Gru, 1, Hidden, 1, everyStep: true, bidirectional: both));
            var (before, after) = (zeros(1, 5, 1), zeros(1, 5, 1));
            after[0, 4, 0] = tensor(1f);
            var (first, second) = (net.forward(before), net.forward(after));
            Assert.Equal([1, 5, 1], first.shape);
            Assert.Equal(both, first[0, 0, 0].item<float>() != second[0, 0, 0].item<float>());
        }
    }

    [Theory]
    [InlineData(Recurrence.Simple, false)]
    [InlineData(Recurrence.Lstm, true)]
    [InlineData(Recurrence.Gru, true)]
    public void In_double_precision_predictions_and_gradients_are_those_of_torchs_layer(Recurrence kind, bool bothEnds)
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        using var draws = new Generator(3);
        var net = Seeds.Build(1, () => new RecurrentNetwork(kind, 2, Hidden, 1, everyStep: bothEnds, bidirectional: bothEnds));
        var x = randn([9, 7, 2], float64, generator: draws).requires_grad_();
        double[] Gradients(Tensor prediction)
        {
            x.grad = null;
            net.zero_grad();
            prediction.square().sum().backward();
            return [.. net.parameters().Prepend(x).SelectMany(p => p.grad!.to(float64).data<double>().ToArray())];
        }

        var expected = net.forward(x.to(float32)); // In single precision torch computes.
        var expectedGradients = Gradients(expected);
        net.to(ScalarType.Float64);
        var found = net.forward(x);
        AssertClose(expected.to(float64).data<double>().ToArray(), found.data<double>().ToArray());
        AssertClose(expectedGradients, Gradients(found));
    }

    [Fact]
    public void A_network_may_read_twice_before_it_learns_from_both()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var net = Seeds.Build(1, () => new RecurrentNetwork(Recurrence.Gru, 1, Hidden, 1));
        net.to(ScalarType.Float64);
        var (a, b) = (ones(2, 5, 1, float64), 2 * ones(2, 5, 1, float64));
        double[] Gradient(params Tensor[] predictions)
        {
            net.zero_grad();
            foreach (var prediction in predictions)
                prediction.sum().backward(retain_graph: true);
            return [.. net.parameters().SelectMany(p => p.grad!.data<double>().ToArray())];
        }

        var (first, second) = (net.forward(a), net.forward(b));
        var together = Gradient(first, second);
        var apart = Gradient(net.forward(a)).Zip(Gradient(net.forward(b)), (x, y) => x + y);
        AssertClose([.. apart], together);
        AssertClose(together, Gradient(first, second)); // The same graphs once more.
    }

    private static void AssertClose(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        foreach (var (e, f) in expected.Zip(found))
            Assert.Equal(e, f, 1e-4 * (1 + Math.Abs(e)));
    }

    /// <summary>One step from what input and memory bring: the equations of torch's documentation, gate by gate.</summary>
    private static (Tensor H, Tensor C) Step(Recurrence kind, Tensor input, Tensor memory, Tensor h, Tensor c)
    {
        Tensor Part(Tensor all, int number) => all.narrow(0, number * Hidden, Hidden);
        Tensor Both(int number) => Part(input, number) + Part(memory, number);
        if (kind == Recurrence.Simple)
            return ((input + memory).tanh(), c);
        if (kind == Recurrence.Gru)
        {
            var (r, z) = (Both(0).sigmoid(), Both(1).sigmoid());
            var candidate = (Part(input, 2) + (r * Part(memory, 2))).tanh();
            return (((1 - z) * candidate) + (z * h), c);
        }

        var cell = (Both(1).sigmoid() * c) + (Both(0).sigmoid() * Both(2).tanh());
        return (Both(3).sigmoid() * cell.tanh(), cell);
    }
}
