using NeuralNets.Display;
using NeuralNets.Training;

namespace NeuralNets.Charts;

/// <summary>
/// Watches a training run and draws it while it runs: on the left the data and the fit, on the right the loss curve. When
/// the run is over, the same output carries its replay.
/// <code>
/// var figure = new TrainingFigure(x, y, yTrue, "true MSE");     // hand it to the training run as its observer
/// </code>
/// </summary>
/// <param name="x">The feature, one per sample.</param>
/// <param name="y">The target, as many.</param>
/// <param name="yTrue">The noise-free curve, as many; null where it is not known.</param>
/// <param name="lossName">What the loss is called in title and axis.</param>
public sealed class TrainingFigure(Values x, Values y, Values? yTrue = null, string lossName = "MSE") : ITrainingObserver
{
    private LiveFigure? live;

    /// <summary>The figure of the whole run with its replay; null before the run is over.</summary>
    public Figure? Figure { get; private set; }

    /// <inheritdoc/>
    public void OnSnapshot(int epochs, TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        live ??= new LiveFigure();
        if (!live.IsReady)
            return;
        var soFar = new TrainingHistory([.. history.Loss], [history.Snapshots[^1]]);
        live.Draw(() => new TrainingPanels(x, y, yTrue, lossName).At(soFar, epochs));
    }

    /// <inheritdoc/>
    public void OnFinished(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        Figure = Figure.Training(history, x, y, yTrue, lossName);
        live?.Finish(Figure);
        live = null;
    }
}
