using NeuralNets.Data;
using NeuralNets.Tests.Reference;
using NeuralNets.Training;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Training;

/// <summary>The published networks, each drawn from where the published stream stands.</summary>
/// <remarks>
/// Values beyond print are PyTorch's own on the same stream (1.13, one thread): single precision sums in another order
/// agree to 1e-7, the optimizer comparison to 1e-5.
/// </remarks>
[Collection(TorchCollection.Name)]
public class PublishedRunsTests
{
    private const string Building = "Building a NN";
    private static readonly DataSet Data = DataSet.Of(Sample.Published());

    [Fact]
    public void The_linear_net_starts_and_ends_as_published()
    {
        PublishedDraws.GoTo(ChapterPlace.LinearNet);
        var net = nn.Sequential(nn.Linear(1, 1));
        Published.AssertPrints(Published.Text(Building, "linear_net weight"), Values(net, "0.weight")[0]);
        Published.AssertPrints(Published.Text(Building, "linear_net bias"), Values(net, "0.bias")[0]);

        var history = Descend(net, 200);
        Published.AssertPrints(Published.Text(Building, "linear_net: figure title"), history.FinalLoss);
        Assert.Equal(0.04963141767414909, history.FinalLoss, 1e-7);
    }

    [Fact]
    public void The_ReLU_net_starts_and_ends_as_published()
    {
        PublishedDraws.GoTo(ChapterPlace.ReluNet);
        var net = OneHidden(10, nn.ReLU());
        foreach (var name in new[] { "0.weight", "0.bias", "2.weight", "2.bias" })
        {
            foreach (var (published, found) in Published.Texts(Building, "relu_net " + name).Zip(Values(net, name)))
                Published.AssertPrints(published, found);
        }

        var history = Descend(net, 1000);
        Published.AssertPrints(Published.Text(Building, "relu_net: figure title"), history.FinalLoss);
        Assert.Equal(0.0020816195653094475, history.FinalLoss, 1e-7);
    }

    [Fact]
    public void The_smaller_net_and_the_tanh_net_end_as_in_PyTorch()
    {
        PublishedDraws.GoTo(ChapterPlace.SmallReluNet);
        Assert.Equal(0.004217889150308022, Descend(OneHidden(4, nn.ReLU()), 1000).FinalLoss, 1e-7);
        Assert.Equal(0.0007802695374695418, Descend(OneHidden(10, nn.Tanh()), 1000, lr: 0.2).FinalLoss, 1e-7);
    }

    [Fact]
    public void The_loss_comparison_is_one_net_trained_by_four_in_turn()
    {
        PublishedDraws.GoTo(ChapterPlace.LossComparison);
        var net = OneHidden(10, nn.ReLU());
        Contender Taking(string name) => new(name, net, nn.MSELoss(), optim.SGD(net.parameters(), 0.1));
        var runs = Contest.Run(Data, 25, Taking("MSE"), Taking("L1"), Taking("LogL"), Taking("KLdiv"));

        double[] expected = [0.05993784393197907, 0.0595425096966267, 0.05915423414052838, 0.05878677094540813];
        Assert.All(expected.Zip(runs), pair => Assert.Equal(pair.First, pair.Second.History.FinalLoss, 1e-7));
    }

    [Fact]
    public void The_optimizer_comparison_gives_the_published_legends()
    {
        PublishedDraws.GoTo(ChapterPlace.OptimizerComparison);
        var net = OneHidden(10, nn.ReLU());
        var runs = Contest.Run(Data, 25, Optimizers(() => net));
        foreach (var (name, history) in runs)
            Published.AssertPrints(Published.Text("8.3 / Optimizers", "legend " + name), history.FinalLoss);

        double[] expected = [0.037270556084027205, 0.009912472078033675, 0.0038320675127753844, 0.0036829075898121115];
        Assert.All(expected.Zip(runs), pair => Assert.Equal(pair.First, pair.Second.History.FinalLoss, 1e-5));
    }

    [Fact]
    public void Contenders_with_a_network_each_do_not_disturb_each_other()
    {
        nn.Module<Tensor, Tensor> Start()
        {
            manual_seed(7);
            return OneHidden(10, nn.ReLU());
        }

        var together = Contest.Run(Data, 25, Optimizers(Start));
        var alone = Optimizers(Start).Select(contender => Train.FullBatch(contender.Net, Data, contender.Loss, contender.Optimizer, 25));
        Assert.All(together.Zip(alone), pair => Assert.Equal(pair.Second.Loss, pair.First.History.Loss));
    }

    [Fact]
    public void Mini_batches_end_in_a_straight_line_as_in_PyTorch()
    {
        PublishedDraws.GoTo(ChapterPlace.MiniBatches);
        var net = OneHidden(10, nn.ReLU());
        var history = Train.OnBatches(net, Data, new MiniBatches(Data, 25), nn.MSELoss(), optim.SGD(net.parameters(), 0.1), 1000);
        Assert.Equal(0.050236435710083, history.FinalLoss, 1e-7);

        var x = Sample.Published().X;
        var fit = history.Snapshots[^1].Prediction;
        var (a, b) = MathNet.Numerics.Fit.Line(x, [.. fit]);
        Assert.All(fit.Zip(x), point => Assert.Equal(a + b * point.Second, point.First, 1e-5));
    }

    private static nn.Module<Tensor, Tensor> OneHidden(int units, nn.Module<Tensor, Tensor> activation) =>
        nn.Sequential(nn.Linear(1, units), activation, nn.Linear(units, 1));

    private static Contender[] Optimizers(Func<nn.Module<Tensor, Tensor>> start)
    {
        Contender With(string name, Func<IEnumerable<TorchSharp.Modules.Parameter>, optim.Optimizer> make)
        {
            var net = start();
            return new Contender(name, net, nn.MSELoss(), make(net.parameters()));
        }

        return
        [
            With("SGD", p => optim.SGD(p, 0.1)),
            With("Momentum", p => optim.SGD(p, 0.1, momentum: 0.8)),
            With("RMSprop", p => optim.RMSProp(p, 0.1, alpha: 0.9)),
            With("Adam", p => optim.Adam(p, 0.1, beta1: 0.9, beta2: 0.99)),
        ];
    }

    private static TrainingHistory Descend(nn.Module<Tensor, Tensor> net, int epochs, double lr = 0.1) =>
        Train.FullBatch(net, Data, nn.MSELoss(), optim.SGD(net.parameters(), lr), epochs);

    private static double[] Values(nn.Module net, string parameter) =>
        Array.ConvertAll(net.get_parameter(parameter)!.data<float>().ToArray(), value => (double)value);
}
