namespace NeuralNets.Training;

/// <summary>What a training run leaves: the loss of every epoch, and the fit at the epochs that are drawn.</summary>
/// <param name="Loss">One loss per epoch, in order; entry 0 belongs to epoch 1.</param>
/// <param name="Snapshots">The fits at the drawn epochs, in order; the first and the last epoch are always among them.</param>
public sealed record TrainingHistory(IReadOnlyList<double> Loss, IReadOnlyList<Snapshot> Snapshots)
{
    /// <summary>The loss of the last epoch.</summary>
    public double FinalLoss => Loss[^1];
}
