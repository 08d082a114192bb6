using NeuralNets.Data;
using NeuralNets.Training;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class TrainTests
{
    private static readonly DataSet Data = DataSet.Of(Sample.Published());

    [Fact]
    public void After_10000_steps_as_many_tensors_live_as_after_10()
    {
        using var net = Net();
        var optimizer = optim.Adam(net.parameters(), 0.01);
        var batches = new MiniBatches(Data, 25);
        void Run(int steps)
        {
            Train.Run(net, Data, nn.MSELoss(), optimizer, steps / 2);
            Train.Run(net, Data, nn.MSELoss(), optimizer, Math.Max(1, steps / 8), batches: batches);
        }

        Run(10);
        var after10 = LiveTensors();
        Run(10_000);
        Assert.Equal(after10, Tensor.TotalCount);
    }

    [Fact]
    public void Watching_changes_no_number()
    {
        var watched = Full(new Watcher(), redraws: 50);
        var alone = Full(null);
        Assert.Equal(alone.Loss, watched.Loss);
    }

    [Fact]
    public void The_observer_sees_every_drawn_epoch_and_the_end()
    {
        var watcher = new Watcher();
        var history = Full(watcher, redraws: 5);

        Assert.Equal([1, 3, 9, 30, 100], watcher.Drawn);
        Assert.Equal(watcher.Drawn, history.Snapshots.Select(snapshot => snapshot.Epoch));
        Assert.Equal([100], watcher.Finished);
        Assert.All(history.Snapshots, snapshot => Assert.Equal(history.Loss[snapshot.Epoch - 1], snapshot.Loss));
        Assert.All(history.Snapshots, snapshot => Assert.Equal(100, snapshot.Prediction.Count));
    }

    [Fact]
    public void With_a_known_curve_the_recorded_loss_is_the_error_against_it_and_without_it_the_loss_that_is_minimised()
    {
        manual_seed(1);
        using var net = Net();
        using var yHat = net.forward(Data.X).detach();
        var prediction = yHat.data<float>().ToArray();
        var against = (IEnumerable<double> y) => prediction.Zip(y, (p, t) => (p - t) * (p - t)).Average();

        Assert.Equal(against(Sample.Published().YTrue), First(net, Data), 1e-12);
        Assert.Equal(against(Sample.Published().Y), First(net, Data with { YTrue = null }), 1e-7);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_target_of_another_shape_is_an_error_that_shows_both(bool onBatches)
    {
        using var net = Net();
        var flat = Data with { Y = Data.Y.reshape(100) };
        var optimizer = optim.SGD(net.parameters(), 0.1);
        var error = Assert.Throws<ArgumentException>(() => onBatches
            ? Train.Run(net, flat, nn.MSELoss(), optimizer, 1, batches: new MiniBatches(flat, 50))
            : Train.Run(net, flat, nn.MSELoss(), optimizer, 1));

        var n = onBatches ? 50 : 100;
        Assert.Contains($"The prediction has shape [{n}, 1] and the target [{n}]", error.Message, StringComparison.Ordinal);
        Assert.Contains($"y.reshape({n}, 1)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_over_classes_takes_class_numbers()
    {
        using var net = nn.Sequential(nn.Linear(1, 2));
        var classes = new DataSet(Data.X, Data.Y.reshape(100).gt(1).to_type(ScalarType.Int64));
        var history = Train.Run(net, classes, nn.CrossEntropyLoss(), optim.SGD(net.parameters(), 1), 50);
        Assert.True(history.FinalLoss < history.Loss[0]);
    }

    [Fact]
    public void A_run_needs_an_epoch()
    {
        using var net = Net();
        var optimizer = optim.SGD(net.parameters(), 0.1);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Train.Run(net, Data, nn.MSELoss(), optimizer, 0));
        Assert.Contains("epochs is 0; a run has at least 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dropout_is_off_while_a_net_is_looked_at_and_on_again_after()
    {
        using var net = nn.Sequential(nn.Linear(1, 10), nn.Dropout(0.5), nn.Linear(10, 1));
        var history = Train.Run(net, Data, nn.MSELoss(), optim.SGD(net.parameters(), 0.01), 1, batches: new MiniBatches(Data, 100));
        Assert.True(net.training);

        net.eval();
        using var yHat = net.forward(Data.X);
        Assert.Equal(yHat.data<float>().ToArray().Select(value => (double)value), history.Snapshots[^1].Prediction);
    }

    /// <summary>Counted after what other tests left behind is gone, so that only what a run leaves makes a difference.</summary>
    private static long LiveTensors()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    private static nn.Module<Tensor, Tensor> Net() => nn.Sequential(nn.Linear(1, 10), nn.ReLU(), nn.Linear(10, 1));

    private static TrainingHistory Full(ITrainingObserver? observer, int redraws = DrawnEpochs.Redraws)
    {
        manual_seed(3);
        using var net = Net();
        return Train.Run(net, Data, nn.MSELoss(), optim.SGD(net.parameters(), 0.1), 100, observer: observer, redraws: redraws);
    }

    private static double First(nn.Module<Tensor, Tensor> net, DataSet data) =>
        Train.Run(net, data, nn.MSELoss(), optim.SGD(net.parameters(), 1e-9), 1).FinalLoss;

    private sealed class Watcher : ITrainingObserver
    {
        public List<int> Drawn { get; } = [];

        public List<int> Finished { get; } = [];

        public void OnSnapshot(int epochs, TrainingHistory history) => Drawn.Add(history.Snapshots[^1].Epoch);

        public void OnFinished(TrainingHistory history) => Finished.Add(history.Loss.Count);
    }
}
