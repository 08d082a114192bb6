using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Hands samples out in batches.</summary>
public sealed class DataLoader : IEnumerable<Dictionary<string, Tensor>>, IDisposable
{
    private readonly Device device;
    private readonly bool shuffle;
    private readonly int? seed;

    /// <summary>A loader; it has one thread, whatever <paramref name="num_worker"/> says.</summary>
    public DataLoader(
        utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1,
        bool drop_last = false)
    {
        (this.dataset, batch_size, this.shuffle, this.seed, this.drop_last) = (dataset, batchSize, shuffle, seed, drop_last);
        (this.device, num_workers) = (device ?? CPU, num_worker);
    }

    public utils.data.Dataset dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    public int num_workers { get; }

    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    public IEnumerator<Dictionary<string, Tensor>> GetEnumerator()
    {
        foreach (var rows in Order().Chunk(batch_size))
        {
            if (!drop_last || rows.Length == batch_size)
                yield return Batch([.. rows.Select(dataset.GetTensor)]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => dataset.Dispose();

    private Dictionary<string, Tensor> Batch(Dictionary<string, Tensor>[] samples) =>
        samples[0].Keys.ToDictionary(key => key, key => stack(samples.Select(sample => sample[key])).to(device));

    /// <summary>The shuffle of Fisher and Yates from the inside out, with .NET's random numbers, as TorchSharp draws it.</summary>
    private long[] Order()
    {
        var order = new long[dataset.Count];
        var random = seed is { } known ? new Random(known) : new Random();
        for (var i = 0L; i < order.Length; i++)
        {
            var other = shuffle ? (((long)random.Next() << 32) + (uint)random.Next()) % (i + 1) : i;
            order[i] = order[other];
            order[other] = i;
        }

        return order;
    }
}
