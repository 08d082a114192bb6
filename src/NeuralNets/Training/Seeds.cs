using NeuralNets.Data;
using NeuralNets.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

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
    /// Optimizers come from <see cref="Descent"/>, which says why. Finalizers are held back meanwhile: several threads make
    /// garbage and compute with torch at a time, and TorchSharp may free a number that libtorch still reads
    /// (<see cref="Finalizers"/>).
    /// </remarks>
    /// <param name="count">Number of runs, at least 1.</param>
    /// <param name="experiment">Gets the seed, hands back the result.</param>
    /// <returns>The results in the order of the seeds.</returns>
    public static T[] Run<T>(int count, Func<int, T> experiment)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(experiment);
        var results = new T[count];
        using var held = Finalizers.Hold();
        using var one = SideBySide.OneThread();
        SideBySide.Each(count, seed =>
        {
            using var oneHere = SideBySide.OneThread();
            using var scope = NewDisposeScope();
            results[seed] = experiment(seed);
        });

        return results;
    }

    /// <summary>
    /// Trains a network from the seeds 0, 1, …, as <see cref="Training.Train"/> would from each, on all samples at once.
    /// </summary>
    /// <remarks>
    /// torch draws the starts. Fully connected networks then learn in plain C# (<see cref="Scratch.Perceptrons.Perceptron{T}"/>), side by
    /// side on all cores, where a step costs a small part of torch's and gives the same weights but for the order of sums: linear layers
    /// with a bias, ReLU, tanh and sigmoid; MSE, L1, Huber and smooth L1 as means; SGD, RMSprop, Adam and AdamW. All others are trained
    /// with torch itself, one after the other, because dropout draws from torch's one generator, and torch's optimizers are right for one
    /// run at a time only. Samples for all networks have the shapes [n, features] and [n, outputs]; samples for each its own
    /// [count, n, features] and [count, n, outputs].
    /// </remarks>
    /// <param name="count">Number of starts, at least 1; start k is what torch draws after <c>manual_seed(k)</c>.</param>
    /// <param name="build">Draws a network.</param>
    /// <param name="data">The samples that all learn from, or that each learns from.</param>
    /// <param name="loss">The function to minimise, such as <c>nn.MSELoss()</c>.</param>
    /// <param name="optimizer">Makes the optimizer of the weights it is given.</param>
    /// <param name="epochs">Number of steps, at least 1.</param>
    /// <param name="redraws">Number of epochs at which the fits are kept; the first and the last always are.</param>
    /// <param name="heldOut">Samples that no gradient ever sees; each network's loss on them is recorded after every epoch.</param>
    /// <returns>One history per start, in the order of the seeds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="count"/>, <paramref name="epochs"/> or <paramref name="redraws"/> is less than 1.
    /// </exception>
    /// <exception cref="ArgumentException">A prediction has not the target's shape, or there are not samples for each network.</exception>
    public static TrainingHistory[] Train(
        int count,
        Func<Sequential> build,
        DataSet data,
        nn.Module<Tensor, Tensor, Tensor> loss,
        Func<IEnumerable<Parameter>, optim.Optimizer> optimizer,
        int epochs,
        int redraws = 2,
        DataSet? heldOut = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(optimizer);
        var starts = new ManyStarts(count, build, data, loss, optimizer, heldOut);
        return starts.TrainPlain<float>(epochs, redraws) ?? starts.TrainPlain<double>(epochs, redraws)
            ?? starts.TrainWithTorch(epochs, redraws);
    }

    /// <summary>Builds something whose starting values torch draws, such as a network: the same seed, the same values.</summary>
    /// <remarks>
    /// torch's layers draw from the one generator of the process. Here it is seeded and used by one run at a time. A network outlives
    /// the dispose scope that it is built in, with all its parameters.
    /// </remarks>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="build">Makes the network.</param>
    public static T Build<T>(int seed, Func<T> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        lock (DefaultGenerator)
        {
            manual_seed(seed);
            var built = build();
            foreach (var parameter in built is nn.Module net ? net.parameters() : [])
                parameter.DetachFromDisposeScope(); // Some of torch's layers leave theirs to the scope.
            return built;
        }
    }
}
