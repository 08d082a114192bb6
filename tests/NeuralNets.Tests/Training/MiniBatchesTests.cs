using NeuralNets.Data;
using NeuralNets.Scratch.Randomness;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Training;

/// <summary>The order of batches, against PyTorch's own (<c>DataLoader(TensorDataset(arange(10), …), 4, shuffle=True)</c>).</summary>
[Collection(TorchCollection.Name)]
public class MiniBatchesTests
{
    private static readonly DataSet Ten = new(arange(10), arange(10) + 100);

    [Fact]
    public void Two_shuffled_epochs_are_PyTorchs()
    {
        manual_seed(7);
        var batches = new MiniBatches(Ten, 4);
        Assert.Equal([[3, 2, 7, 8], [6, 1, 5, 9], [0, 4]], Epoch(batches));
        Assert.Equal([[1, 3, 5, 2], [8, 9, 6, 7], [4, 0]], Epoch(batches));
    }

    [Fact]
    public void With_a_generator_of_its_own_the_order_is_PyTorchs_too_and_the_default_stream_is_untouched()
    {
        manual_seed(1);
        var expected = rand(1).item<float>();
        manual_seed(1);
        using var generator = new Generator(7, CPU);
        var batches = new MiniBatches(Ten, 4, generator: generator);
        Assert.Equal([[1, 3, 5, 7], [9, 4, 6, 2], [8, 0]], Epoch(batches));
        Assert.Equal([[5, 1, 6, 0], [9, 7, 8, 4], [3, 2]], Epoch(batches));
        Assert.Equal(expected, rand(1).item<float>());
    }

    [Fact]
    public void Unshuffled_batches_keep_the_order_and_draw_one_seed_as_PyTorch_does()
    {
        manual_seed(7);
        var batches = new MiniBatches(Ten, 4);
        Epoch(batches);
        Epoch(batches);
        Assert.Equal([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]], Epoch(new MiniBatches(Ten, 4, shuffle: false)));
        Assert.Equal(0.8549431562423706, rand(1).item<float>(), 1e-9);
    }

    [Fact]
    public void The_first_epoch_of_the_chapter_begins_as_PyTorchs()
    {
        PublishedDraws.GoTo(ChapterPlace.MiniBatches);
        using var first = nn.Linear(1, 10);
        using var second = nn.Linear(10, 1);
        var hundred = new DataSet(arange(100), arange(100));
        Assert.Equal([88, 44, 69, 24, 77, 65, 66, 16, 8, 90], Epoch(new MiniBatches(hundred, 25))[0][..10]);
    }

    // The order is a swap of i with i + word mod (n - i), by the same MT19937 that NumPy uses: an independent oracle.
    [Theory]
    [InlineData(0ul)]
    [InlineData(42ul)]
    [InlineData(7142814401327638050ul)]
    public void A_permutation_is_the_chapters_sequence_of_swaps(ulong seed)
    {
        var words = new MersenneTwister((uint)seed);
        var order = Enumerable.Range(0, 100).Select(i => (long)i).ToArray();
        for (var i = 0; i < 99; i++)
        {
            var j = i + (int)(words.NextWord() % (uint)(100 - i));
            (order[i], order[j]) = (order[j], order[i]);
        }

        using var generator = new Generator(seed, CPU);
        using var permutation = randperm(100, generator: generator);
        Assert.Equal(order, permutation.data<long>().ToArray());
    }

    [Fact]
    public void Features_and_targets_stay_together_and_each_sample_comes_once()
    {
        var seen = new List<long>();
        foreach (var (x, y, _) in new MiniBatches(Ten, 3))
        {
            Assert.Equal(x.data<long>().ToArray().Select(v => v + 100), y.data<long>().ToArray());
            seen.AddRange(x.data<long>().ToArray());
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), seen.Order());
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(4, 3)]
    [InlineData(10, 1)]
    [InlineData(25, 1)]
    public void There_are_as_many_batches_as_promised(int size, int count)
    {
        var batches = new MiniBatches(Ten, size);
        Assert.Equal(count, batches.Count);
        Assert.Equal(count, Epoch(batches).Count);
    }

    [Fact]
    public void A_batch_without_samples_is_refused() =>
        Assert.Contains("batchSize is 0; a batch needs at least 1 sample.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new MiniBatches(Ten, 0)).Message, StringComparison.Ordinal);

    private static List<long[]> Epoch(MiniBatches batches) => [.. batches.Select(batch => batch.X.data<long>().ToArray())];
}
