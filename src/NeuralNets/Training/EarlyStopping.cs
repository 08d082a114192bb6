using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>
/// End of a run once the error on samples that it does not learn from has not improved for a while; it keeps the weights of the best
/// epoch (Prechelt, <i>Early Stopping, But When?</i>, 1998).
/// </summary>
/// <param name="patience">Number of epochs without a new best after which the run stops; at least 1.</param>
internal sealed class EarlyStopping(int patience) : IDisposable
{
    private readonly int patience = patience >= 1
        ? patience
        : throw new ArgumentOutOfRangeException(nameof(patience), patience, $"patience is {patience}; a run goes on for at least 1 epoch.");

    private Tensor[] bestWeights = [];

    /// <summary>Number of the epoch with the smallest error so far, from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The smallest error so far; infinite before the first.</summary>
    public double BestError { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes note of an epoch; true if the run should stop now. An error that is not a number is no improvement.</summary>
    public bool ShouldStop(int epoch, double error, nn.Module net)
    {
        if (error < BestError)
        {
            (BestEpoch, BestError) = (epoch, error);
            Dispose();
            bestWeights = [.. net.parameters().Select(p => p.detach().clone())];
        }

        return epoch - BestEpoch >= patience;
    }

    /// <summary>Gives the network the weights of the best epoch back.</summary>
    /// <exception cref="InvalidOperationException">No epoch had a finite error.</exception>
    public void Restore(nn.Module net)
    {
        if (BestEpoch == 0)
            throw new InvalidOperationException("Found no epoch with a finite error, expected at least one before weights are restored.");
        using var noGradient = no_grad();
        foreach (var (weights, best) in net.parameters().Zip(bestWeights))
            weights.copy_(best);
    }

    public void Dispose() => Array.ForEach(bestWeights, w => w.Dispose());
}
