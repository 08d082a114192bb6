using NeuralNets.Data;
using NeuralNets.Torch;
using NeuralNets.Training;
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
