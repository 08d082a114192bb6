namespace NeuralNets.Training;

/// <summary>The fit at one epoch: what a figure of the training draws.</summary>
/// <param name="Epoch">Number of the epoch, from 1.</param>
/// <param name="Loss">The loss recorded at that epoch.</param>
/// <param name="Prediction">The prediction for each sample, length n, in the order of the samples.</param>
public sealed record Snapshot(int Epoch, double Loss, IReadOnlyList<double> Prediction);
