using NeuralNets.Data;
using NeuralNets.Torch;
using NeuralNets.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class DescentTests
{
    [Fact]
    public void Sgd_takes_the_steps_of_torch() =>
        AssertSameWeights(net => Descent.Sgd(net, 0.1), net => optim.SGD(net.parameters(), 0.1));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void Adam_takes_the_steps_of_torch(double decay) => AssertSameWeights(
        net => Descent.Adam(net, 0.02, decay),
        net => optim.Adam(net.parameters(), 0.02, beta1: 0.9, beta2: 0.999, weight_decay: decay));

    [Fact]
    public void Adam_takes_the_steps_of_torch_in_double_precision_whichever_way_weights_lie_and_whenever_they_have_gradients()
    {
        Libtorch.Load();
        double[] Train(Func<Module, optim.Optimizer> optimizer)
        {
            var random = new Generator(3);
            var rows = new Parameter(randn([3, 7], float64, generator: random));
            var columns = new Parameter(randn([5, 4], float64, generator: random).t());
            var now = new Parameter(randn([2], float64, generator: random));
            using var holder = new Holder(rows, columns, now);
            var descent = optimizer(holder);
            for (var step = 0; step < 20; step++)
            {
                using var scope = NewDisposeScope();
                descent.zero_grad();
                now.grad = null;
                var loss = rows.t().matmul(ones(3, 2, float64)).sin().sum() + (columns * columns).cos().sum();
                (step % 3 == 1 ? loss + now.exp().sum() : loss).backward();
                descent.step();
            }

            return [.. new[] { rows, columns, now }.SelectMany(weight => weight.detach().flatten().data<double>())];
        }

        var found = Train(net => Descent.Adam(net, 0.02));
        var expected = Train(net => optim.Adam(net.parameters(), 0.02));
        Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void A_schedule_of_torch_changes_their_rate() => AssertSameWeights(
        net => Descent.Adam(net, 0.02), net => optim.Adam(net.parameters(), 0.02), falls: true);

    [Fact]
    public void Weights_without_a_gradient_stay()
    {
        Libtorch.Load();
        using var net = Linear(1, 1);
        var before = net.weight!.item<float>();
        using var optimizer = Descent.Adam(net, 0.1);
        optimizer.step();
        Assert.Equal(before, net.weight!.item<float>());
    }

    private sealed class Holder : Module
    {
        public Holder(params Parameter[] weights)
            : base(nameof(Holder))
        {
            foreach (var (number, weight) in weights.Index())
                register_parameter($"weight{number}", weight);
        }
    }

    private static void AssertSameWeights(
        Func<Module, optim.Optimizer> ours, Func<Module, optim.Optimizer> torchs, bool falls = false) =>
        Assert.All(Weights(ours, falls).Zip(Weights(torchs, falls)), pair => Assert.Equal(pair.Second, pair.First, 1e-6));

    private static float[] Weights(Func<Module, optim.Optimizer> optimizer, bool falls)
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var net = Seeds.Build(1, () => Sequential(Linear(1, 5), Tanh(), Linear(5, 1)));
        var x = linspace(-1, 1, 20).reshape(20, 1);
        var descent = optimizer(net);
        var schedule = optim.lr_scheduler.CosineAnnealingLR(descent, 30);
        for (var epoch = 0; epoch < 30; epoch++)
        {
            Train.Run(net, new DataSet(x, x.square()), MSELoss(), descent, epochs: 1);
            if (falls)
                schedule.step();
        }

        return [.. net.parameters().SelectMany(p => p.data<float>().ToArray())];
    }
}
