using MathNet.Numerics.Statistics;

namespace NeuralNets.Training;

/// <summary>Several runs of one training side by side, such as those of <see cref="Seeds.Train"/>.</summary>
public static class TrainingHistories
{
    /// <summary>The last loss of each run, in their order.</summary>
    public static double[] FinalLosses(this IEnumerable<TrainingHistory> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return [.. runs.Select(run => run.FinalLoss)];
    }

    /// <summary>The median of the last losses: half of the runs end better, half worse.</summary>
    public static double MedianLoss(this IEnumerable<TrainingHistory> runs) => runs.FinalLosses().Median();
}
