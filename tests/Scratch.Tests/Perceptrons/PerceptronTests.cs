using System.Numerics;
using NeuralNets.Scratch.Optimizers;
using NeuralNets.Scratch.Perceptrons;
using NeuralNets.Scratch.Randomness;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Scratch.Tests.Perceptrons;

/// <summary>The network in plain C#, against torch's and against finite differences.</summary>
public class PerceptronTests
{
    // RMSprop's steps never get smaller than its rate: near the lowest point it jumps about, and a difference in the last digit
    // grows to the size of a step. Its large ε lets it come to rest.
    private static readonly Dictionary<string, Method> Methods = new()
    {
        ["SGD"] = new(() => new Sgd<float>(0.1), () => new Sgd<double>(0.1), p => optim.SGD(p, 0.1)),
        ["momentum"] = new(() => new Sgd<float>(0.02, 0.8), () => new Sgd<double>(0.02, 0.8), p => optim.SGD(p, 0.02, momentum: 0.8)),
        ["decay"] = new(
            () => new Sgd<float>(0.1, weightDecay: 0.01), () => new Sgd<double>(0.1, weightDecay: 0.01),
            p => optim.SGD(p, 0.1, weight_decay: 0.01)),
        ["RMSprop"] = new(
            () => new RmsProp<float>(0.001, 0.9, eps: 0.01), () => new RmsProp<double>(0.001, 0.9, eps: 0.01),
            p => optim.RMSProp(p, 0.001, alpha: 0.9, eps: 0.01)),
        ["Adam"] = new(() => new Adam<float>(0.003), () => new Adam<double>(0.003), p => optim.Adam(p, 0.003)),
        ["AdamW"] = new(
            () => new AdamW<float>(0.003, weightDecay: 0.3), () => new AdamW<double>(0.003, weightDecay: 0.3),
            p => optim.AdamW(p, 0.003, weight_decay: 0.3)),
    };

    private static readonly Dictionary<string, Loss> Losses = new[]
    {
        Loss.MeanSquaredError, Loss.MeanAbsoluteError, Loss.CrossEntropy, Loss.Huber(0.5), Loss.SmoothL1(0.2),
    }.ToDictionary(loss => loss.ToString());

    public static TheoryData<string, Activation> Cases =>
        [.. Methods.Keys.SelectMany(method => Enum.GetValues<Activation>().Select(activation => (method, activation)))];

    public static TheoryData<Activation, int[], string, int> Networks => new()
    {
        { Activation.Relu, [1, 10, 1], "mean squared error", 100 },
        { Activation.Tanh, [3, 7, 5, 2], "mean squared error", 33 },
        { Activation.Sigmoid, [2, 4, 4, 4, 3], "cross-entropy", 50 },
        { Activation.Relu, [5, 3], "cross-entropy", 1 },
        { Activation.Tanh, [1, 3000, 2], "mean squared error", 257 },
        { Activation.Tanh, [1, 10, 1], "mean absolute error", 100 },
        { Activation.Tanh, [2, 7, 2], "Huber, δ = 0.5", 33 },
        { Activation.Tanh, [2, 7, 2], "smooth L1, β = 0.2", 33 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void After_a_thousand_epochs_the_weights_are_torchs(string method, Activation activation)
    {
        AssertSameTraining<double>(Methods[method].Double(), method, activation, 1e-9);
        AssertSameTraining<float>(Methods[method].Single(), method, activation, 1e-4);
    }

    [Fact]
    public void RMSprop_as_the_chapter_sets_it_takes_torchs_steps_until_it_jumps_about()
    {
        var twin = new Twin<double>(Activation.Tanh, [1, 10, 1], Loss.MeanSquaredError, 100);
        twin.Train(new RmsProp<double>(0.1, 0.9), p => optim.RMSProp(p, 0.1, alpha: 0.9), epochs: 25);
        AssertClose(twin.Torchs, twin.Own, 1e-9);
    }

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    public void Batches_train_as_torchs_the_last_and_smaller_one_too(Activation activation)
    {
        var twin = new Twin<double>(activation, [2, 9, 1], Loss.MeanSquaredError, 103);
        twin.Train(new Sgd<double>(0.05), p => optim.SGD(p, 0.05), epochs: 200, batch: 25);
        AssertClose(twin.Torchs, twin.Own, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Loss_and_gradients_are_torchs(Activation activation, int[] widths, string name, int count)
    {
        var (loss, twin) = (Losses[name], new Twin<double>(activation, widths, Losses[name], count));
        Assert.Equal(twin.TorchBackward(), twin.Net.Measure(twin.Samples, loss), 1e-12);
        Assert.Equal(twin.TorchBackward(), twin.Net.Backward(twin.Samples, loss), 1e-12);
        AssertClose(twin.TorchsGradients, twin.Net.Gradients.ToArray(), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_those_of_finite_differences(Activation activation, int[] widths, string name, int count)
    {
        var (loss, twin) = (Losses[name], new Twin<double>(activation, widths, Losses[name], count));
        twin.Net.Backward(twin.Samples, loss);
        var gradients = twin.Net.Gradients.ToArray();
        for (var i = 0; i < gradients.Length; i += 1 + (gradients.Length / 50))
        {
            const double H = 1e-6;
            double Moved(double by)
            {
                var kept = twin.Net.Parameters[i];
                twin.Net.Parameters[i] = kept + by;
                var measured = twin.Net.Backward(twin.Samples, loss);
                twin.Net.Parameters[i] = kept;
                return measured;
            }

            Assert.Equal((Moved(H) - Moved(-H)) / (2 * H), gradients[i], 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Predictions_are_torchs(Activation activation, int[] widths, string name, int count)
    {
        var (loss, twin) = (Losses[name], new Twin<double>(activation, widths, Losses[name], count));
        using var x = tensor(Features(twin.Samples), [count, widths[0]]);
        AssertClose(twin.Torch.forward(x).data<double>().ToArray(), twin.Net.Predict(twin.Samples), 1e-12);
        var outputs = new double[count * widths[^1]];
        twin.Net.Backward(twin.Samples, loss, outputs);
        Assert.Equal(twin.Net.Predict(twin.Samples), outputs);
    }

    [Fact]
    public void A_network_begins_with_the_numbers_that_torch_begins_with()
    {
        manual_seed(42);
        using var torchs = nn.Sequential(nn.Linear(1, 10), nn.ReLU(), nn.Linear(10, 1));
        var own = new Perceptron<float>(Activation.Relu, 1, 10, 1);
        own.Initialise(new TorchRandom(42));
        Assert.Equal(torchs.parameters().SelectMany(p => p.data<float>().ToArray()), own.Parameters.ToArray());
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var twin = new Twin<float>(Activation.Tanh, [4, 16, 3], Loss.CrossEntropy, 90);
        var (adam, batch) = (new Adam<float>(0.01), new Samples<float>(30, 4, 1));
        int[] rows = [.. Enumerable.Range(0, 30)];
        void Step()
        {
            batch.Gather(twin.Samples, rows);
            twin.Net.Backward(batch, Loss.CrossEntropy);
            adam.Step(twin.Net);
        }

        Step();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Step();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Errors_say_what_was_found_and_what_was_expected()
    {
        var net = new Perceptron<double>(Activation.Relu, 2, 3, 1);
        AssertSays("Found 1 width(s). Expected at least two: inputs and outputs.", () => new Perceptron<double>(Activation.Relu, 3));
        AssertSays("Found no layer.", () => new Perceptron<double>());
        AssertSays(
            "Found Layer { Inputs = 2",
            () => new Perceptron<double>(new Layer(2, 3, Activation.Relu), new Layer(4, 1, Activation.Relu)));
        AssertSays("Found 1 feature(s) for 2 input(s).", () => net.Backward(new Samples<double>(5, 1, 1), Loss.MeanSquaredError));
        AssertSays("Found 2 target(s) for 1 output(s)", () => net.Backward(new Samples<double>(5, 2, 2), Loss.MeanSquaredError));
        AssertSays("Found 2 target(s) for 1 output(s)", () => net.Measure(new Samples<double>(5, 2, 2), Loss.MeanSquaredError));
        AssertSays("Found 3 numbers for 2 feature(s) and 2 for 1 target(s).", () => new Samples<double>([1, 2, 3], 2, [1, 2], 1));
        AssertSays("Found 40 samples of 2 feature(s)", () =>
        {
            new Samples<double>(8, 2, 1).Gather(new Samples<double>(40, 2, 1), new int[40]);
            return net;
        });
        var adam = new Adam<double>();
        adam.Step(net);
        AssertSays("Found another network than before.", () =>
        {
            adam.Step(new Perceptron<double>(Activation.Relu, 20, 3, 1));
            return net;
        });
    }

    [Fact]
    public void A_loss_that_bends_nowhere_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Huber(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.SmoothL1(-1));
    }

    private static void AssertSays(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);

    private static void AssertSameTraining<T>(Optimizer<T> own, string method, Activation activation, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var twin = new Twin<T>(activation, [1, 10, 1], Loss.MeanSquaredError, 100);
        twin.Train(own, Methods[method].Torch, epochs: 1000);
        AssertClose(twin.Torchs, twin.Own, tolerance);
    }

    private static double[] Features(Samples<double> samples)
    {
        var identity = new Perceptron<double>(new Layer(samples.Features, samples.Features, Activation.Identity));
        for (var i = 0; i < samples.Features; i++)
            identity.Parameters[i * (samples.Features + 1)] = 1;
        return identity.Predict(samples);
    }

    private static void AssertClose(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    private sealed record Method(
        Func<Optimizer<float>> Single, Func<Optimizer<double>> Double, Func<IEnumerable<Parameter>, optim.Optimizer> Torch);
}
