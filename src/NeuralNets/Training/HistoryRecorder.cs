using NeuralNets.Torch;
using TorchSharp;

namespace NeuralNets.Training;

/// <summary>
/// Writes a run's history while a loop trains: one call per epoch. It keeps the fit only at the epochs that are drawn,
/// and tells the observer about those; it never takes part in the training.
/// </summary>
public sealed class HistoryRecorder
{
    private readonly double[] losses;
    private readonly HashSet<int> drawn;
    private readonly List<Snapshot> snapshots = [];
    private readonly ITrainingObserver? observer;
    private IDisposable? held;
    private int epoch;

    /// <summary>Prepares the history of a run.</summary>
    /// <param name="epochs">How many epochs the run will have, at least 1.</param>
    /// <param name="observer">Who watches, such as a live figure.</param>
    /// <param name="redraws">How many epochs are drawn; the first and the last always are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> or <paramref name="redraws"/> is less than 1.</exception>
    public HistoryRecorder(int epochs, ITrainingObserver? observer = null, int redraws = DrawnEpochs.Redraws)
    {
        drawn = [.. DrawnEpochs.Of(epochs, redraws)];
        losses = new double[epochs];
        this.observer = observer;
    }

    /// <summary>The run so far.</summary>
    public TrainingHistory History => new(new ArraySegment<double>(losses, 0, epoch), [.. snapshots]);

    /// <summary>Records the next epoch.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="prediction">The prediction for each sample, length n; read only if the epoch is drawn.</param>
    /// <exception cref="InvalidOperationException">The run has had all its epochs.</exception>
    public void Add(double loss, IEnumerable<double> prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        if (IsDrawn(loss))
            Draw(loss, [.. prediction]);
    }

    /// <summary>Records the next epoch.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="prediction">The prediction, shape [n, 1] or [n]; read only if the epoch is drawn.</param>
    /// <exception cref="InvalidOperationException">The run has had all its epochs.</exception>
    public void Add(double loss, torch.Tensor prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        if (IsDrawn(loss))
            Draw(loss, prediction.ToDoubles());
    }

    /// <summary>Ends the run: the observer hears of it, and the history is complete.</summary>
    public TrainingHistory Finish()
    {
        var history = History;
        observer?.OnFinished(history);
        held?.Dispose();
        return history;
    }

    private bool IsDrawn(double loss)
    {
        if (epoch == losses.Length)
            throw new InvalidOperationException($"The run was announced with {losses.Length} epochs and has had them all; give HistoryRecorder the right number.");

        losses[epoch++] = loss;
        return drawn.Contains(epoch);
    }

    private void Draw(double loss, double[] prediction)
    {
        snapshots.Add(new Snapshot(epoch, loss, prediction));
        if (observer is null)
            return;
        held ??= Finalizers.Hold(); // The observer may draw on another thread while torch goes on here.
        observer.OnSnapshot(losses.Length, History);
    }
}
