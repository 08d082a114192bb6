namespace NeuralNets.Training;

/// <summary>How a run fared on the samples it learned from and on those it did not.</summary>
/// <param name="Train">The mean loss on the training part as the steps of each epoch met it, before each update; entry 0 belongs to epoch 1.</param>
/// <param name="HeldOut">The error on the held-out part after each epoch; empty if there was none.</param>
/// <param name="BestEpoch">The epoch whose weights the network now has: the last, or the best if it was stopped early.</param>
public sealed record LearningCurve(double[] Train, double[] HeldOut, int BestEpoch)
{
    /// <summary>The held-out error with the weights the network now has.</summary>
    public double Error => HeldOut[BestEpoch - 1];
}
