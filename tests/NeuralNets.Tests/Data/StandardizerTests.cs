using NeuralNets.Data;
using NeuralNets.Torch;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Data;

public class StandardizerTests
{
    [Fact]
    public void Columns_get_mean_0_and_deviation_1_and_come_back()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var raw = tensor(new double[,] { { 1, 100, 7 }, { 2, 300, 7 }, { 3, 800, 7 } });
        var scale = Standardizer.Fit(raw);
        var standardized = scale.Transform(raw);

        // By hand: mean 2, deviation sqrt(2/3); mean 400, deviation sqrt((90000 + 10000 + 160000) / 3); a constant column becomes 0.
        var (first, second) = (Math.Sqrt(1.5), Math.Sqrt(260000 / 3.0));
        double[] expected = [-first, -300 / second, 0, 0, -100 / second, 0, first, 400 / second, 0];
        Assert.All(standardized.data<double>().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        var again = scale.Inverse(standardized).data<double>();
        Assert.All(again.Zip(raw.data<double>()), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Other_samples_are_scaled_by_the_figures_of_those_it_was_fitted_to()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var scale = Standardizer.Fit(tensor(new double[,] { { 0 }, { 2 } }));
        Assert.Equal(9.0, scale.Transform(tensor(new double[,] { { 10 } })).item<double>());
        Assert.Throws<ArgumentException>(() => Standardizer.Fit(tensor(new double[] { 1, 2 })));
    }
}
