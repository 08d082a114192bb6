using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>
/// Stops a training run when the error on samples it does not learn from has not improved for a while, and keeps the
/// weights of the best epoch (Prechelt, <i>Early Stopping, But When?</i>, 1998).
/// </summary>
/// <param name="patience">After how many epochs without a new best the run stops; at least 1.</param>
public sealed class EarlyStopping(int patience) : IDisposable
{
    private readonly int _patience = patience >= 1
        ? patience
        : throw new ArgumentOutOfRangeException(nameof(patience), patience, "Expected at least one epoch.");

    private Tensor[] _bestWeights = [];

    /// <summary>Number of the epoch with the smallest error so far, from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The smallest error so far; infinite before the first.</summary>
    public double BestError { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes note of an epoch.</summary>
    /// <param name="epoch">Its number, from 1.</param>
    /// <param name="error">The held-out error after it; not a number counts as no improvement.</param>
    /// <param name="net">The network, whose weights are kept if the error is the smallest so far.</param>
    /// <returns>Whether the run should stop now.</returns>
    public bool ShouldStop(int epoch, double error, nn.Module net)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (error < BestError)
        {
            (BestEpoch, BestError) = (epoch, error);
            Keep(net);
        }

        return epoch - BestEpoch >= _patience;
    }

    /// <summary>Gives the network the weights of the best epoch back.</summary>
    /// <param name="net">The network that was watched.</param>
    /// <exception cref="InvalidOperationException">No epoch has been noted yet.</exception>
    public void Restore(nn.Module net)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (BestEpoch == 0)
            throw new InvalidOperationException("Found no epoch with a finite error, expected at least one before weights are restored.");
        using var noGrad = no_grad();
        foreach (var (weights, best) in net.parameters().Zip(_bestWeights))
            weights.copy_(best);
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_bestWeights, w => w.Dispose());

    private void Keep(nn.Module net)
    {
        Dispose();
        _bestWeights = [.. net.parameters().Select(p => p.detach().clone())];
    }
}
