using NeuralNets.Data;
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
public sealed class TrainingFigure : ITrainingObserver
{
    private readonly TrainingPanels panels;
    private LiveFigure live = new();

    /// <summary>Shows the data in the running cell, ready for a run.</summary>
    /// <param name="x">The feature, one per sample.</param>
    /// <param name="y">The target, as many.</param>
    /// <param name="yTrue">The noise-free curve, as many; null where it is not known.</param>
    /// <param name="lossName">What the loss is called in title and axis.</param>
    /// <param name="logLoss">True to draw the loss on a logarithmic axis, where a long way down can be followed to its end.</param>
    /// <exception cref="ArgumentException">Two of the lengths differ.</exception>
    public TrainingFigure(Values x, Values y, Values? yTrue = null, string lossName = "MSE", bool logLoss = false)
    {
        panels = new(x, y, yTrue, lossName, logLoss);
        live.Draw(panels.Before); // All that costs time only once happens here, before the run begins.
    }

    /// <summary>The figure of the whole run with its replay; null before the run is over.</summary>
    public Figure? Figure { get; private set; }

    /// <inheritdoc/>
    public void OnSnapshot(int epochs, TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var isFirst = history.Snapshots.Count == 1;
        if (isFirst && !live.BelongsHere)
            live = new LiveFigure();
        if (!isFirst && !live.IsReady)
            return;
        var soFar = new TrainingHistory([.. history.Loss], [history.Snapshots[^1]]);
        if (isFirst)
            live.DrawSurely(() => panels.At(soFar, epochs));
        else
            live.Draw(() => panels.At(soFar, epochs));
    }

    /// <inheritdoc/>
    public void OnFinished(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        Figure = panels.Replay(history);
        live.Finish(Figure);
    }
}
