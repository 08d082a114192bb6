using NeuralNets.Scratch.Optimizers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Scratch.Tests.Perceptrons;

/// <summary>Steps of numbers that belong to no network of ours.</summary>
public class OptimizerTests
{
    [Theory]
    [InlineData("SGD", 7)]
    [InlineData("RMSprop", 1)]
    [InlineData("Adam", 7)]
    [InlineData("AdamW", 32)]
    public void Numbers_take_the_steps_that_torchs_take(string method, int count)
    {
        using var weight = new Parameter(linspace(-1, 2, count, float64));
        double[] numbers = [.. weight.data<double>()];
        Optimizer<double> own = method switch
        {
            "SGD" => new Sgd<double>(0.05, momentum: 0.9),
            "RMSprop" => new RmsProp<double>(0.05),
            "Adam" => new Adam<double>(0.05),
            _ => new AdamW<double>(0.05),
        };
        optim.Optimizer torchs = method switch
        {
            "SGD" => optim.SGD([weight], 0.05, 0.9),
            "RMSprop" => optim.RMSProp([weight], 0.05),
            "Adam" => optim.Adam([weight], 0.05),
            _ => optim.AdamW([weight], 0.05, weight_decay: 0.01),
        };
        for (var step = 0; step < 50; step++)
        {
            own.Step(numbers, [.. numbers.Select(w => Math.Cos(w) + w)]);
            torchs.zero_grad();
            (weight.sin() + (weight.square() / 2)).sum().backward();
            torchs.step();
        }

        Assert.All(weight.data<double>().Zip(numbers), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var (adam, numbers, slopes) = (new Adam<float>(), new float[13], new float[13]);
        adam.Step(numbers, slopes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            adam.Step(numbers, slopes);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_named()
    {
        var adam = new Adam<double>();
        var uneven = Assert.Throws<ArgumentException>(() => adam.Step(new double[3], new double[4]));
        Assert.StartsWith("Found 4 gradients. Expected one for each of 3 parameters.", uneven.Message, StringComparison.Ordinal);
        adam.Step(new double[3], new double[3]);
        var other = Assert.Throws<ArgumentException>(() => adam.Step(new double[4], new double[4]));
        Assert.StartsWith("Found 4 parameters. Expected 3, as in the step before", other.Message, StringComparison.Ordinal);
    }
}
