using NeuralNets.Page.Answers;
using NeuralNets.Torch;
using static TorchSharp.torch;

namespace Book.Tests.Answers;

/// <summary>The reader of names, against torch's layers.</summary>
public class ReaderTests
{
    [Fact]
    public void It_guesses_after_each_sign_as_torchs_embedding_GRU_and_linear_layer_do()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        using var letter = nn.Embedding(27, 5, dtype: float64);
        using var gru = nn.GRU(5, 7, batchFirst: true, dtype: float64);
        using var output = nn.Linear(7, 4, dtype: float64);
        double[] weights = [.. new[] { letter.weight! }.Concat(gru.parameters()).Concat(output.parameters())
            .SelectMany(weight => weight.detach().data<double>().ToArray())];
        int[] text = [0, 20, 15, 11, 25, 15, 26];
        var scores = output.forward(gru.forward(letter.forward(tensor(text, int64).unsqueeze(0)), null).Item1);
        var expected = scores.softmax(-1).detach().flatten().data<double>().ToArray();
        var found = new Reader(weights, 5, 7, 4).Guesses(text);
        Assert.Equal(7 * 4, found.Length);
        Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var weights = new double[(3 * 2) + (3 * 4 * (2 + 4 + 2)) + (5 * 5)];
        Assert.Empty(new Reader(weights, 2, 4, 5).Guesses([]));
        Assert.All(new Reader(weights, 2, 4, 5).Guesses([2]), share => Assert.Equal(0.2, share, 1e-12));
        Assert.Equal(
            "Found the sign 3. Expected 0 to 2.",
            Assert.Throws<ArgumentException>(() => new Reader(weights, 2, 4, 5).Guesses([0, 3])).Message);
        Assert.Equal(
            "Found 128 weights. Expected those of an embedding of 2, a GRU of 4 and 5 classes.",
            Assert.Throws<ArgumentException>(() => new Reader([.. weights, 1], 2, 4, 5)).Message);
    }
}
