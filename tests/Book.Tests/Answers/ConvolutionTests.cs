using NeuralNets.Page.Answers;
using NeuralNets.Torch;
using static TorchSharp.torch;

namespace Book.Tests.Answers;

/// <summary>The filter of a figure that answers.</summary>
public class ConvolutionTests
{
    [Theory]
    [InlineData(8, 8, 3)]
    [InlineData(5, 9, 3)]
    [InlineData(4, 4, 1)]
    [InlineData(6, 6, 5)]
    public void It_is_torchs(int rows, int columns, int side)
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var picture = randn(rows, columns, float64, generator: generator);
        var filter = randn(side, side, float64, generator: generator);
        var expected = nn.functional.conv2d(
            picture.reshape(1, 1, rows, columns), filter.reshape(1, 1, side, side), tensor(new[] { 0.25 }));
        var found = Convolution.Map(picture.data<double>().ToArray(), columns, filter.data<double>().ToArray(), 0.25);
        Assert.Equal((rows - side + 1) * (columns - side + 1), found.Length);
        Assert.All(found.Zip(expected.data<double>().ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Theory]
    [InlineData(7, 4, 9, "Found 7 pixels. Expected whole rows of 4.")]
    [InlineData(16, 4, 8, "Found a filter of 8 weights. Expected a square that fits into the picture.")]
    [InlineData(16, 4, 25, "Found a filter of 25 weights. Expected a square that fits into the picture.")]
    [InlineData(16, 4, 0, "Found a filter of 0 weights. Expected a square that fits into the picture.")]
    public void What_does_not_fit_is_refused(int pixels, int width, int weights, string sentence) => Assert.Equal(
        sentence,
        Assert.Throws<ArgumentException>(() => Convolution.Map(new double[pixels], width, new double[weights], 0)).Message);
}
