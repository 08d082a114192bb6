using NeuralNets.Torch;
using TorchSharp;

namespace NeuralNets.Training;

/// <summary>
/// Writes a run's history while a loop trains: one call per epoch. It keeps the fit only at the epochs that are drawn,
/// and tells the observer about those; it never takes part in the training.
/// </summary>
public sealed class HistoryRecorder
{
    /// <summary>The longest an observer's other thread draws at one epoch.</summary>
    internal static readonly TimeSpan Drawing = TimeSpan.FromSeconds(2);

    private readonly double[] losses;
    private readonly HashSet<int> drawn;
    private readonly List<Snapshot> snapshots = [];
    private readonly ITrainingObserver? observer;
    private readonly Lock holding = new();
    private IDisposable? held;
    private int epoch;
    private int shown;

    /// <summary>Prepares the history of a run.</summary>
    /// <param name="epochs">Number of epochs of the run, at least 1.</param>
    /// <param name="observer">Watches the run, such as a live figure.</param>
    /// <param name="redraws">Number of epochs that are drawn; the first and the last always are.</param>
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
        Add(loss, () => [.. prediction]);
    }

    /// <summary>Records the next epoch.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="prediction">The prediction, shape [n, 1] or [n]; read only if the epoch is drawn.</param>
    /// <exception cref="InvalidOperationException">The run has had all its epochs.</exception>
    public void Add(double loss, torch.Tensor prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        Add(loss, prediction.ToDoubles);
    }

    /// <summary>Ends the run: the observer hears of it, and the history is complete.</summary>
    public TrainingHistory Finish()
    {
        var history = History;
        observer?.OnFinished(history);
        Release(shown);
        return history;
    }

    /// <summary>Records the next epoch, with its fit if the epoch is drawn and there is one.</summary>
    internal void Add(double loss, Func<double[]?> fit)
    {
        if (epoch == losses.Length)
            throw new InvalidOperationException(
                $"The run was announced with {losses.Length} epochs and has had them all; give HistoryRecorder the right number.");

        losses[epoch++] = loss;
        if (!drawn.Contains(epoch) || fit() is not { } prediction)
            return;
        snapshots.Add(new Snapshot(epoch, loss, prediction));
        if (observer is not null)
            Show(observer);
    }

    /// <summary>The observer may draw on another thread while torch goes on here.</summary>
    private void Show(ITrainingObserver observer)
    {
        lock (holding)
        {
            shown = epoch;
            held ??= Finalizers.Hold();
        }

        try
        {
            observer.OnSnapshot(losses.Length, History);
        }
        finally
        {
            _ = ReleaseOnceDrawnAsync(epoch);
        }
    }

    /// <summary>A run that is broken off never comes to its end, nor to the next epoch that is drawn.</summary>
    private async Task ReleaseOnceDrawnAsync(int epoch)
    {
        await Task.Delay(Drawing).ConfigureAwait(false);
        Release(epoch);
    }

    private void Release(int epoch)
    {
        lock (holding)
        {
            if (shown != epoch)
                return;
            held?.Dispose();
            held = null;
        }
    }
}
