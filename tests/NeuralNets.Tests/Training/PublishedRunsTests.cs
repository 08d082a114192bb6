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

    // The chapter's descents write a line as a + b·x; as a network it is the same line.
    [Theory]
    [InlineData("Autograd")]
    [InlineData("Optimizer")]
    public void A_line_from_the_published_start_ends_at_the_published_line(string section)
    {
        PublishedDraws.GoTo(ChapterPlace.Optimizer);
        using var net = nn.Linear(1, 1);
        PublishedDraws.GoTo(ChapterPlace.Optimizer);
        using (no_grad())
        {
            net.bias!.copy_(randn(1));
            net.weight!.copy_(randn(1, 1));
        }

        var history = Descend(net, 200);
        Published.AssertPrints(Published.Text(section, "a"), net.bias.item<float>());
        Published.AssertPrints(Published.Text(section, "b"), net.weight.item<float>());
        Published.AssertPrints(Published.Text(section, "figure title"), history.FinalLoss);
    }

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
        var runs = InTurn(25, [.. Enumerable.Range(0, 4).Select(_ => (net, optim.SGD(net.parameters(), 0.1)))]);

        double[] expected = [0.05993784393197907, 0.0595425096966267, 0.05915423414052838, 0.05878677094540813];
        Assert.All(expected.Zip(runs), pair => Assert.Equal(pair.First, pair.Second[^1], 1e-7));
    }

    [Fact]
    public void The_optimizer_comparison_gives_the_published_legends()
    {
        PublishedDraws.GoTo(ChapterPlace.OptimizerComparison);
        var net = OneHidden(10, nn.ReLU());
        var runs = InTurn(25, Optimizers(() => net));
        foreach (var (name, losses) in new[] { "SGD", "Momentum", "RMSprop", "Adam" }.Zip(runs))
            Published.AssertPrints(Published.Text("8.3 / Optimizers", "legend " + name), losses[^1]);

        double[] expected = [0.037270556084027205, 0.009912472078033675, 0.0038320675127753844, 0.0036829075898121115];
        Assert.All(expected.Zip(runs), pair => Assert.Equal(pair.First, pair.Second[^1], 1e-5));
    }

    [Fact]
    public void A_run_of_many_epochs_is_as_many_runs_of_one()
    {
        nn.Module<Tensor, Tensor> Start()
        {
            manual_seed(7);
            return OneHidden(10, nn.ReLU());
        }

        var inTurn = InTurn(25, Optimizers(Start));
        var alone = Optimizers(Start).Select(one => Train.Run(one.Net, Data, nn.MSELoss(), one.Optimizer, 25));
        Assert.All(inTurn.Zip(alone), pair => Assert.Equal(pair.Second.Loss, pair.First));
    }

    [Fact]
    public void Mini_batches_end_in_a_straight_line_as_in_PyTorch()
    {
        PublishedDraws.GoTo(ChapterPlace.MiniBatches);
        var net = OneHidden(10, nn.ReLU());
        var history = Train.Run(net, Data, nn.MSELoss(), optim.SGD(net.parameters(), 0.1), 1000, batches: new MiniBatches(Data, 25));
        Assert.Equal(0.050236435710083, history.FinalLoss, 1e-7);

        var x = Sample.Published().X;
        var fit = history.Snapshots[^1].Prediction;
        var (a, b) = MathNet.Numerics.Fit.Line(x, [.. fit]);
        Assert.All(fit.Zip(x), point => Assert.Equal(a + b * point.Second, point.First, 1e-5));
    }

    private static nn.Module<Tensor, Tensor> OneHidden(int units, nn.Module<Tensor, Tensor> activation) =>
        nn.Sequential(nn.Linear(1, units), activation, nn.Linear(units, 1));

    /// <summary>As the published code compares: in each epoch every contender takes its step. The losses of each, in their order.</summary>
    private static List<double>[] InTurn(int epochs, (nn.Module<Tensor, Tensor> Net, optim.Optimizer Optimizer)[] contenders)
    {
        var losses = Array.ConvertAll(contenders, _ => new List<double>());
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            foreach (var ((net, optimizer), own) in contenders.Zip(losses))
                own.Add(Train.Run(net, Data, nn.MSELoss(), optimizer, epochs: 1).FinalLoss);
        }

        return losses;
    }

    private static (nn.Module<Tensor, Tensor> Net, optim.Optimizer Optimizer)[] Optimizers(Func<nn.Module<Tensor, Tensor>> start)
    {
        (nn.Module<Tensor, Tensor>, optim.Optimizer) With(Func<IEnumerable<TorchSharp.Modules.Parameter>, optim.Optimizer> make)
        {
            var net = start();
            return (net, make(net.parameters()));
        }

        return
        [
            With(p => optim.SGD(p, 0.1)),
            With(p => optim.SGD(p, 0.1, momentum: 0.8)),
            With(p => optim.RMSProp(p, 0.1, alpha: 0.9)),
            With(p => optim.Adam(p, 0.1, beta1: 0.9, beta2: 0.99)),
        ];
    }

    private static TrainingHistory Descend(nn.Module<Tensor, Tensor> net, int epochs, double lr = 0.1) =>
        Train.Run(net, Data, nn.MSELoss(), optim.SGD(net.parameters(), lr), epochs);

    private static double[] Values(nn.Module net, string parameter) =>
        Array.ConvertAll(net.get_parameter(parameter)!.data<float>().ToArray(), value => (double)value);
}
