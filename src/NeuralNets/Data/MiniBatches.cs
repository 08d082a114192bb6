using System.Collections;
using static TorchSharp.torch;

namespace NeuralNets.Data;

/// <summary>
/// Loader that hands out a data set in batches, in the order that PyTorch's <c>DataLoader</c> would. Each enumeration is
/// one epoch and, when shuffled, has an order of its own. A batch lives until the next one is asked for.
/// </summary>
public sealed class MiniBatches : IEnumerable<DataSet>
{
    private readonly DataSet data;
    private readonly Generator? generator;

    /// <summary>Prepares the batches; nothing is drawn before the first epoch.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="batchSize">Samples per batch, at least 1; the last batch of an epoch has what is left.</param>
    /// <param name="shuffle">True for a new random order in each epoch.</param>
    /// <param name="generator">The random stream of the orders; torch's default stream when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1.</exception>
    public MiniBatches(DataSet data, int batchSize, bool shuffle = true, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (batchSize < 1)
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"batchSize is {batchSize}; a batch needs at least 1 sample.");

        (this.data, BatchSize, Shuffle, this.generator) = (data, batchSize, shuffle, generator);
    }

    /// <summary>Samples per batch.</summary>
    public int BatchSize { get; }

    /// <summary>True if each epoch has a new random order.</summary>
    public bool Shuffle { get; }

    /// <summary>Batches per epoch, ⌈n / batch size⌉.</summary>
    public long Count => (data.Count + BatchSize - 1) / BatchSize;

    /// <summary>One epoch.</summary>
    public IEnumerator<DataSet> GetEnumerator()
    {
        DrawSeed(); // PyTorch draws a seed for worker processes first, used or not.
        if (!Shuffle)
            return Batches(data.X.alias(), data.Y.alias()).GetEnumerator();

        using var order = DrawOrder();
        using var rows = order.to(data.X.device);
        return Batches(data.X.index_select(0, rows), data.Y.index_select(0, rows)).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// PyTorch seeds a fresh generator for each epoch; from a generator of the caller's it draws two orders and uses the first.
    /// </summary>
    private Tensor DrawOrder()
    {
        using var fresh = generator is null ? new Generator((ulong)DrawSeed(), CPU) : null;
        var order = randperm(data.Count, generator: generator ?? fresh);
        using var unused = generator is null ? null : randperm(data.Count, generator: generator);
        return order;
    }

    /// <summary>PyTorch's <c>empty(int64).random_()</c>: the low 63 of 64 random bits.</summary>
    private long DrawSeed()
    {
        using var draw = empty(1, ScalarType.Int64).random_(long.MinValue, 0, generator);
        return draw.item<long>() & long.MaxValue;
    }

    private IEnumerable<DataSet> Batches(Tensor x, Tensor y)
    {
        using (x)
        using (y)
        {
            for (long start = 0; start < data.Count; start += BatchSize)
            {
                var length = Math.Min(BatchSize, data.Count - start);
                using var batchX = x.narrow(0, start, length);
                using var batchY = y.narrow(0, start, length);
                yield return new DataSet(batchX, batchY);
            }
        }
    }
}
