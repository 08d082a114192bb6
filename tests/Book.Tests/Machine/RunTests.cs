using System.Globalization;
using NeuralNets.Data;
using NeuralNets.Page.Playground;
using NeuralNets.Scratch.Perceptrons;
using NeuralNets.Training;
using static TorchSharp.torch;

namespace Book.Tests.Machine;

/// <summary>A network that the pages' program trains, against torch and against itself.</summary>
public class RunTests
{
    [Fact]
    public void It_begins_and_learns_as_torchs_network_of_the_same_seed()
    {
        manual_seed(42);
        using var net = nn.Sequential(nn.Linear(1, 10), nn.ReLU(), nn.Linear(10, 1));
        var start = net.parameters().SelectMany(parameter => parameter.detach().data<float>().ToArray()).Select(number => (double)number);
        var run = Case.All["the chapter's parabola"].Begin();
        Assert.Equal(start, run.Network.Parameters.ToArray());

        Train.Run(net, DataSet.Of(Sample.Published()), nn.MSELoss(), optim.SGD(net.parameters(), 0.1), epochs: 200);
        for (var step = 0; step < 200; step++)
            run.Step();
        var end = net.parameters().SelectMany(parameter => parameter.detach().data<float>().ToArray()).ToArray();
        Assert.All(run.Network.Parameters.ToArray().Zip(end), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
    }

    [Theory]
    [InlineData(6, 10, Activation.Relu, 0.1, "0.0021")]
    [InlineData(37, 4, Activation.Relu, 0.1, "0.0042")]
    [InlineData(50, 10, Activation.Tanh, 0.2, "0.0008")]
    public void After_as_many_draws_as_the_chapter_made_the_published_networks_come_out(
        int drawn, int units, Activation activation, double rate, string published)
    {
        var settings = new Settings([units], activation, Loss.MeanSquaredError, OptimizerKind.Sgd, rate, 0, 0, 0, 42, drawn);
        var run = new Run(Problems.Draw(ProblemKind.Parabola, 0.1, 100, 42), settings);
        for (var step = 0; step < 1000; step++)
            run.Step();
        Assert.Equal(published, run.TrueLoss.ToString("F4", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_epoch_in_batches_has_as_many_steps_as_batches_and_the_last_has_what_is_left()
    {
        var run = Case.All["a sine in batches"].Begin();
        Assert.Equal(5, run.StepsAnEpoch);
        Assert.Equal(1, (Case.All["a sine in batches"] with { Batch = 1000 }).Begin().StepsAnEpoch);
    }

    [Fact]
    public void Batches_of_an_epoch_see_every_point_once()
    {
        // At rate 0 nothing moves, and the gradients of an epoch's equal batches have the mean of the whole gradient.
        var batches = (Case.All["a line"] with { Batch = 20, Rate = 0, Momentum = 0 }).Begin();
        var whole = (Case.All["a line"] with { Rate = 0, Momentum = 0 }).Begin();
        whole.Step();
        var sum = new double[2];
        for (var step = 0; step < batches.StepsAnEpoch; step++)
        {
            batches.Step();
            for (var i = 0; i < sum.Length; i++)
                sum[i] += batches.Network.Gradients[i] / batches.StepsAnEpoch;
        }

        Assert.All(sum.Zip(whole.Network.Gradients.ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Theory]
    [InlineData("the chapter's parabola")]
    [InlineData("a sine in batches")]
    [InlineData("moons")]
    [InlineData("a spiral")]
    public void The_pieces_of_the_last_hidden_layer_and_the_bias_sum_to_the_output(string name)
    {
        var run = Case.All[name].Run();
        double[] inputs = [0.1, 0.3, -0.4, 0.9];
        var output = run.Predict(inputs);
        var biases = run.Network.Parameters[^run.Network.Layers[^1].Units..];
        var isClass = biases.Length == 2;
        for (var point = 0; point < output.Length; point++)
        {
            var sum = run.Pieces(inputs).Where((_, i) => i % output.Length == point).Sum() + biases[^1] - (isClass ? biases[0] : 0);
            Assert.Equal(output[point], isClass ? 1 / (1 + Math.Exp(-sum)) : sum, 1e-12);
        }
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 0, 0)]
    public void What_cannot_be_is_refused(int batch, int seed, int units) => Assert.ThrowsAny<ArgumentException>(
        () => (Case.All["moons"] with { Batch = batch, Seed = seed, Hidden = [units] }).Begin());

    [Fact]
    public void The_moons_and_the_spiral_are_learned()
    {
        Assert.InRange(Case.All["moons"].Run().TrainingLoss, 0, Case.All["moons"].Begin().TrainingLoss / 2);
        Assert.InRange((Case.All["a spiral"] with { Steps = 1500 }).Run().HeldOutLoss, 0, Math.Log(2) / 2);
    }
}
