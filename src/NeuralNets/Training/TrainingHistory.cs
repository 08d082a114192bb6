namespace NeuralNets.Training;

/// <summary>Result of a training run: the loss of every epoch, and the fit at the epochs that are drawn.</summary>
/// <param name="Loss">
/// One loss per epoch, in order; entry 0 belongs to epoch 1. Where the noise-free curve is known (<see cref="Data.DataSet.YTrue"/>)
/// it is the mean squared error against that, else the loss that is minimised. With all samples at once it is measured before the
/// epoch's step; with batches the error after the epoch's last step, or the mean of the losses before each.
/// </param>
/// <param name="Snapshots">
/// The fits at the drawn epochs, in order, measured as the error is; the first and the last epoch are among them. Empty if the
/// network does not predict one number per sample.
/// </param>
public sealed record TrainingHistory(IReadOnlyList<double> Loss, IReadOnlyList<Snapshot> Snapshots)
{
    /// <summary>The loss of the last epoch.</summary>
    public double FinalLoss => Loss[^1];

    /// <summary>The loss on the held-out samples after each epoch; empty if nothing was held out.</summary>
    public IReadOnlyList<double> HeldOut { get; init; } = [];

    /// <summary>The epoch with the smallest held-out loss, from 1; 0 if nothing was held out.</summary>
    public int BestEpoch => 1 + HeldOut.Index().Where(epoch => !double.IsNaN(epoch.Item))
        .DefaultIfEmpty((Index: -1, Item: 0)).MinBy(epoch => epoch.Item).Index;
}

/// <summary>The fit at one epoch: what a figure of the training draws.</summary>
/// <param name="Epoch">Number of the epoch, from 1.</param>
/// <param name="Loss">The loss recorded at that epoch.</param>
/// <param name="Prediction">The prediction for each sample, length n, in the order of the samples.</param>
public sealed record Snapshot(int Epoch, double Loss, IReadOnlyList<double> Prediction);
