using NeuralNets.Torch;
using TorchSharp;

namespace NeuralNets.Training;

/// <summary>The same experiment over many seeds: one run is luck, their spread is a result.</summary>
public static class Seeds
{
    private static readonly Lock DefaultGenerator = new();

    /// <summary>Runs an experiment with the seeds 0, 1, …, side by side on all cores.</summary>
    /// <remarks>
    /// Each run has a dispose scope of its own: the tensors made in it are freed when it ends, networks are kept. So hand
    /// back numbers or networks. torch computes each run on one thread. What a run draws must come from
    /// <see cref="Build{T}"/> or from a generator of its own; then the results do not depend on which run is faster.
    /// Optimizers come from <see cref="Descent"/>, which says why.
    /// </remarks>
    /// <param name="count">How many runs.</param>
    /// <param name="experiment">Gets the seed, hands back the result.</param>
    /// <returns>The results in the order of the seeds.</returns>
    public static T[] Run<T>(int count, Func<int, T> experiment)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(experiment);
        torch.set_num_threads(1);
        var results = new T[count];
        using var held = Finalizers.Hold();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            using var scope = torch.NewDisposeScope();
            results[seed] = experiment(seed);
        });

        return results;
    }

    /// <summary>Builds something whose starting values torch draws, such as a network: the same seed, the same values.</summary>
    /// <remarks>
    /// torch's layers draw from the one generator of the process. Here it is seeded and used by one run at a time.
    /// </remarks>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="build">Makes the network.</param>
    public static T Build<T>(int seed, Func<T> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        lock (DefaultGenerator)
        {
            torch.manual_seed(seed);
            return build();
        }
    }
}
