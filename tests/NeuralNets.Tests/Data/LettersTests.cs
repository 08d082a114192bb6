using NeuralNets.Data;
using NeuralNets.Tests.Training;
using NeuralNets.Torch;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Data;

[Collection(TorchCollection.Name)]
public class LettersTests
{
    [Fact]
    public void A_word_is_read_from_its_beginning_and_predicted_to_its_end()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var data = Letters.NextLetters(["az", "b"]);
        Assert.Equal([2, 3], data.X.shape);
        Assert.Equal([0, 1, 26, 0, 2, 0], data.X.data<long>().ToArray());
        Assert.Equal([1, 26, 0, 2, 0, Letters.Nothing], data.Y.data<long>().ToArray());
    }

    [Fact]
    public void What_stands_behind_the_end_is_left_out_of_torchs_loss()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var data = Letters.NextLetters(["longer", "a"]);
        var scores = zeros(data.Y.numel(), Letters.Alphabet.Length);
        var loss = nn.functional.cross_entropy(scores, data.Y.flatten(), reduction: nn.Reduction.Sum).item<float>();
        Assert.Equal((7 + 2) * Math.Log(27), loss, 1e-4);
    }

    [Fact]
    public void A_word_is_spelled_up_to_its_end()
    {
        Assert.Equal("az", Letters.Spell([1, 26, 0, 5]));
        Assert.Equal("b", Letters.Spell([2]));
        Assert.Equal(string.Empty, Letters.Spell([0, 1]));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    public void Letters_are_drawn_as_often_as_the_scores_and_the_temperature_say(double temperature)
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        using var draws = new Generator(1);
        const int Count = 20_000;
        double[] share = [0.7, 0.2, 0.1];
        var scores = tensor(share).log().expand(Count, 3);
        var drawn = Letters.Draw(scores, temperature, draws);
        Assert.Equal([Count, 1], drawn.shape);
        double[] weights = [.. share.Select(p => Math.Pow(p, 1 / temperature))];
        for (var letter = 0; letter < 3; letter++)
        {
            var expected = weights[letter] / weights.Sum();
            var found = drawn.eq(letter).to(float64).mean().item<double>();
            Assert.Equal(expected, found, 4 * Math.Sqrt(expected * (1 - expected) / Count));
        }
    }

    [Fact]
    public void Another_sign_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Letters.NextLetters(["ulm", "köln"]));
        Assert.StartsWith("Found 'ö' at letter 2 of 'köln'. Expected letters from a to z.", error.Message, StringComparison.Ordinal);
        var empty = Assert.Throws<ArgumentException>(() => Letters.NextLetters([]));
        Assert.StartsWith("Found no word.", empty.Message, StringComparison.Ordinal);
    }
}
