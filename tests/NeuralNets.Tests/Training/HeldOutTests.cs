using NeuralNets.Data;
using NeuralNets.Torch;
using NeuralNets.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NeuralNets.Tests.Training;

/// <summary>Runs that are judged on samples they do not learn from, with a loss that is a function of one's own.</summary>
[Collection(TorchCollection.Name)]
public class HeldOutTests
{
    private readonly DataSet train;
    private readonly DataSet heldOut;

    public HeldOutTests()
    {
        Libtorch.Load();
        using var draws = new Generator(5);
        var x = rand([40, 1], generator: draws);
        var all = new DataSet(x, x.sin() + (0.3 * randn([40, 1], generator: draws)));
        var split = Split.Every(40, 2);
        (train, heldOut) = (all.Take(split.Train), all.Take(split.Test));
    }

    [Fact]
    public void A_run_has_an_error_after_each_epoch_and_the_last_weights()
    {
        using var net = Net();
        var run = Train.Run(net, train, Mse, Descent.Adam(net, 0.05), epochs: 5, heldOut: heldOut);
        Assert.Equal(5, run.HeldOut.Count);
        Assert.Equal(run.HeldOut[^1], Train.Evaluate(net, heldOut, Mse));
    }

    [Fact]
    public void The_best_epoch_is_the_first_with_the_smallest_error()
    {
        var run = new TrainingHistory([5, 4, 3, 2], []);
        Assert.Equal(3, (run with { HeldOut = [double.NaN, 2, 1, 1] }).BestEpoch);
        Assert.Equal(0, run.BestEpoch);
    }

    [Fact]
    public void Holding_samples_out_changes_no_step()
    {
        using var watched = Net();
        using var alone = Net();
        var with = Train.Run(watched, train, Mse, Descent.Adam(watched, 0.05), epochs: 20, Batches(), heldOut);
        var without = Train.Run(alone, train, Mse, Descent.Adam(alone, 0.05), epochs: 20, Batches());
        Assert.Equal(without.Loss, with.Loss);
        Assert.Empty(without.HeldOut);
    }

    [Fact]
    public void A_module_and_a_function_are_minimised_alike()
    {
        using var first = Net();
        using var second = Net();
        var byModule = Train.Run(first, train, MSELoss(), Descent.Sgd(first, 0.1), epochs: 20, heldOut: heldOut);
        var byFunction = Train.Run(second, train, Mse, Descent.Sgd(second, 0.1), epochs: 20, heldOut: heldOut);
        Assert.Equal(byModule.Loss, byFunction.Loss);
        Assert.Equal(byModule.HeldOut, byFunction.HeldOut);
    }

    [Fact]
    public void In_batches_the_loss_of_an_epoch_is_the_mean_of_those_before_each_step()
    {
        using var net = Net();
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        var met = new List<double>();
        Tensor Noted(Tensor yHat, Tensor y)
        {
            var loss = Mse(yHat, y);
            met.Add(loss.item<float>());
            return loss;
        }

        var run = Train.Run(net, train, Noted, optimizer, epochs: 2, Batches());
        Assert.Equal(6, met.Count); // 20 samples in batches of 8, 8 and 4.
        Assert.Equal(((8 * met[3]) + (8 * met[4]) + (4 * met[5])) / 20, run.FinalLoss, 1e-9);
        Assert.Equal(20, run.Snapshots[^1].Prediction.Count);
    }

    [Fact]
    public void The_fit_of_an_epoch_of_batches_is_the_one_that_its_steps_leave()
    {
        using var net = Net();
        var run = Train.Run(net, train, Mse, Descent.Sgd(net, 0.1), epochs: 3, Batches());
        using var yHat = net.forward(train.X).detach();
        Assert.Equal(yHat.data<float>().ToArray().Select(value => (double)value), run.Snapshots[^1].Prediction);
    }

    [Fact]
    public void Scores_for_several_classes_are_no_fit_to_draw()
    {
        using var net = Sequential(Linear(1, 3));
        var classes = train with { Y = zeros(20, int64) };
        var run = Train.Run(net, classes, (scores, digit) => functional.cross_entropy(scores, digit), Descent.Sgd(net, 0.1), epochs: 3);
        Assert.Empty(run.Snapshots);
        Assert.Equal(3, run.Loss.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_network_learns_in_training_mode_is_judged_in_evaluation_mode_and_keeps_its_own(bool training)
    {
        using var watcher = new ModeWatcher();
        using var net = Sequential(Linear(1, 1), watcher, Dropout(0.5));
        net.train(training);
        Train.Run(net, train, Mse, Descent.Sgd(net, 0.01), epochs: 2, heldOut: heldOut);
        Assert.Equal([true, false, true, false], watcher.Modes);
        Assert.Equal(training, net.training);
        Train.Evaluate(net, heldOut, Mse);
        Assert.False(watcher.Modes[^1]);
        Assert.Equal(training, net.training);
    }

    [Fact]
    public void A_layer_that_was_set_to_another_mode_than_its_network_keeps_it()
    {
        using var frozen = Dropout(0.5);
        using var net = Sequential(Linear(1, 1), frozen);
        frozen.eval();
        Train.Evaluate(net, heldOut, Mse);
        Train.Run(net, train, Mse, Descent.Sgd(net, 0.01), epochs: 1);
        Assert.Equal((true, false), (net.training, frozen.training));
    }

    [Fact]
    public void A_run_that_fails_leaves_the_mode_too()
    {
        using var net = Net();
        net.eval();
        Tensor Failing(Tensor yHat, Tensor y) => throw new InvalidOperationException("as the test wants");
        Assert.Throws<InvalidOperationException>(() => Train.Run(net, train, Failing, Descent.Sgd(net, 0.01), epochs: 1));
        Assert.False(net.training);
        net.train();
        Assert.Throws<InvalidOperationException>(() => Train.Evaluate(net, train, Failing));
        Assert.True(net.training);
    }

    [Fact]
    public void Targets_that_would_be_stretched_are_refused_in_training_and_held_out()
    {
        using var net = Net();
        var flat = heldOut with { Y = heldOut.Y.reshape(-1) };
        const string message = "The prediction has shape [20, 1] and the target [20]";
        AssertRefused(message, () => Train.Run(net, flat, Mse, Descent.Sgd(net, 0.1), 1));
        AssertRefused(message, () => Train.Run(net, train, Mse, Descent.Sgd(net, 0.1), 1, heldOut: flat));
        AssertRefused(message, () => Train.Evaluate(net, flat, Mse));
    }

    private static TorchSharp.Modules.Sequential Net() => Seeds.Build(3, () => Sequential(Linear(1, 30), Tanh(), Linear(30, 1)));

    private static Tensor Mse(Tensor yHat, Tensor y) => functional.mse_loss(yHat, y);

    private static void AssertRefused(string message, Func<object> run) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(run).Message, StringComparison.Ordinal);

    private MiniBatches Batches()
    {
        manual_seed(1);
        return new MiniBatches(train, 8);
    }

    /// <summary>A layer that hands its input on, and notes the mode in which it did.</summary>
    private sealed class ModeWatcher() : Module<Tensor, Tensor>(nameof(ModeWatcher))
    {
        public List<bool> Modes { get; } = [];

        public override Tensor forward(Tensor input)
        {
            Modes.Add(training);
            return input.alias();
        }
    }
}
