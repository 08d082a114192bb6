using NeuralNets.Torch;
using NeuralNets.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NeuralNets.Tests.Training;

public class EarlyStoppingTests
{
    // A made-up curve: best at epoch 3, then never better; patience 4 stops it at epoch 7.
    private static readonly double[] Curve = [5, 3, 1, 2, 1, double.NaN, 1.5, 0.5];

    [Fact]
    public void A_run_stops_when_patience_ends_and_gets_the_best_weights_back()
    {
        Libtorch.Load();
        using var net = Linear(1, 1);
        using var stop = new EarlyStopping(patience: 4);
        var epoch = 0;
        do
        {
            epoch++;
            using var noGrad = no_grad();
            net.weight!.fill_(epoch);
        }
        while (!stop.ShouldStop(epoch, Curve[epoch - 1], net));

        Assert.Equal(7, epoch);
        Assert.Equal((3, 1.0), (stop.BestEpoch, stop.BestError));
        stop.Restore(net);
        Assert.Equal(3f, net.weight!.item<float>());
    }

    [Fact]
    public void Nothing_can_be_restored_before_an_epoch_was_noted()
    {
        Libtorch.Load();
        using var net = Linear(1, 1);
        using var stop = new EarlyStopping(patience: 1);
        Assert.Throws<InvalidOperationException>(() => stop.Restore(net));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(0));
    }
}
