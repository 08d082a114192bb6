using NeuralNets.Data;
using NeuralNets.Torch;
using NeuralNets.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class LearningTests
{
    [Fact]
    public void A_stopped_run_ends_with_the_error_of_its_best_epoch()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var net = Seeds.Build(3, () => Sequential(Linear(1, 30), Tanh(), Linear(30, 1)));
        using var draws = new Generator(5);
        var x = rand([40, 1], generator: draws);
        var all = new DataSet(x, x.sin() + (0.3 * randn([40, 1], generator: draws)));
        var split = Split.Every(40, 2);
        var (train, heldOut) = (all.Take(split.Train), all.Take(split.Test));
        using var stop = new EarlyStopping(patience: 10);
        var curve = Learning.Train(net, Descent.Adam(net, 0.05), (yHat, y) => functional.mse_loss(yHat, y), train, heldOut, epochs: 2000, stop: stop);
        Assert.InRange(curve.HeldOut.Length, 11, 1999);
        Assert.Equal(curve.HeldOut.Min(), curve.Error);
        Assert.Equal(curve.BestEpoch + 10, curve.HeldOut.Length);
        Assert.Equal(curve.Error, Learning.Error(net, (yHat, y) => functional.mse_loss(yHat, y), heldOut));
    }
}
