using System.Numerics;
using NeuralNets.Data;
using NeuralNets.Scratch.Perceptrons;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>One training from many starts, which torch draws from the seeds 0, 1, ….</summary>
/// <param name="count">Number of starts.</param>
/// <param name="build">Draws a network.</param>
/// <param name="data">The samples that all learn from, or that each learns from.</param>
/// <param name="loss">The function to minimise.</param>
/// <param name="optimizer">Makes an optimizer of the parameters it is given.</param>
/// <param name="heldOut">Samples to be judged by after every epoch, if any.</param>
internal sealed class ManyStarts(
    int count,
    Func<Sequential> build,
    DataSet data,
    nn.Module<Tensor, Tensor, Tensor> loss,
    Func<IEnumerable<Parameter>, optim.Optimizer> optimizer,
    DataSet? heldOut)
{
    /// <summary>Trains in plain C#, side by side; null if one of the starts cannot be translated.</summary>
    public TrainingHistory[]? TrainPlain<T>(int epochs, int redraws)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var scope = NewDisposeScope();
        if (Translate<T>() is not { } starts)
            return null;
        var (samples, judges, yTrue) = (SamplesOf<T>(data), heldOut is null ? null : SamplesOf<T>(heldOut), data.YTrue?.ToArray());
        var recorders = starts.ConvertAll(_ => new HistoryRecorder(epochs, redraws: redraws));
        var histories = new TrainingHistory[count];
        SideBySide.Each(count, k =>
            histories[k] = starts[k].Train(samples[k], yTrue, judges?[k], epochs, recorders[k]));
        return histories;
    }

    /// <summary>Trains with torch, on one thread, each start from its seed to its end before the next begins.</summary>
    public TrainingHistory[] TrainWithTorch(int epochs, int redraws)
    {
        // At these sizes other threads mostly wait, and sums come out the same on any number of cores.
        using var one = SideBySide.OneThread();
        return [.. Enumerable.Range(0, count).Select(k => Seeds.Build(k, () => TrainWithTorch(k, epochs, redraws)))];
    }

    private TrainingHistory TrainWithTorch(int k, int epochs, int redraws)
    {
        using var scope = NewDisposeScope();
        using var net = build();
        using var own = optimizer(net.parameters());
        return Train.Run(net, Part(data, k), loss, own, epochs, heldOut: heldOut is null ? null : Part(heldOut, k), redraws: redraws);
    }

    private List<PlainRun<T>>? Translate<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var starts = new List<PlainRun<T>>();
        for (var k = 0; k < count; k++)
        {
            using var net = Seeds.Build(k, build);
            using var own = optimizer(net.parameters());
            if (Translation.Of<T>(net) is not { } plain || Translation.Of<T>(own, net) is not { } moves
                || Translation.Of(loss) is not { } measure)
                return null;
            if (k == 0)
                Look(net);
            starts.Add(new(plain, moves, measure));
        }

        return starts;
    }

    /// <summary>torch says what is wrong with the samples, if anything is.</summary>
    private void Look(Sequential net)
    {
        foreach (var samples in heldOut is null ? [data] : new[] { data, heldOut })
            Evaluation.Of(net, Part(samples, 0), Criterion.For(loss));
    }

    private Samples<T>[] SamplesOf<T>(DataSet all)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!IsForEach(all))
            return [.. Enumerable.Repeat(all.ToSamples<T>(), count)];
        return [.. Enumerable.Range(0, count).Select(k => Part(all, k).ToSamples<T>())];
    }

    private static bool IsForEach(DataSet all) => all.Y.dim() == 3;

    private DataSet Part(DataSet all, int k)
    {
        if (!IsForEach(all))
            return all;
        if (all.X.dim() != 3 || all.X.shape[0] != count || all.Y.shape[0] != count)
            throw new ArgumentException(
                $"Found X [{string.Join(", ", all.X.shape)}] and Y [{string.Join(", ", all.Y.shape)}] for {count} starts. "
                + "Samples for each its own have the shapes [count, n, features] and [count, n, outputs].", nameof(all));
        return all with { X = all.X[k], Y = all.Y[k] };
    }
}
