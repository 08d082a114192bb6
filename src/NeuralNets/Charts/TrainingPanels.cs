using System.Globalization;
using NeuralNets.Data;
using NeuralNets.Training;

namespace NeuralNets.Charts;

/// <summary>The two panels of a training run: data and fit, and the loss curve up to an epoch.</summary>
internal sealed class TrainingPanels
{
    private readonly int[] order;
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[]? yTrue;
    private readonly string lossName;
    private readonly bool logLoss;

    public TrainingPanels(Values x, Values y, Values? yTrue, string lossName, bool logLoss)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        order = [.. Enumerable.Range(0, x.Count).OrderBy(i => x[i])];
        (this.x, this.y, this.lossName, this.logLoss) = (Sorted(x, "x"), Sorted(y, "y"), lossName, logLoss);
        this.yTrue = yTrue is null ? null : Sorted(yTrue, "yTrue");
    }

    private string LossTitle => lossName is [var first, .. var rest] ? $"{char.ToUpperInvariant(first)}{rest} by epoch" : "";

    /// <summary>The data, before the run begins.</summary>
    public Figure Before() => Figure.Grid(2, Data().Titled("Data").Axes("x", "y"), Scaled(Figure.Of(LossTitle)));

    /// <summary>The run at its last epoch so far.</summary>
    public Figure At(TrainingHistory history, int epochs) => Figure.Grid(2, Fit(history.Snapshots[^1]), Loss(history.Loss, epochs));

    /// <summary>The whole run, with a frame for each of its snapshots.</summary>
    public Figure Replay(TrainingHistory history)
    {
        var epochs = history.Loss.Count;
        var frames = history.Snapshots.Select(s => (
            s.Epoch.ToString(CultureInfo.InvariantCulture),
            Figure.Grid(2, Fit(s), Loss(history.Loss.Take(s.Epoch), epochs))));
        return Figure.Replay("epoch", frames);
    }

    private Figure Fit(Snapshot snapshot) => Data().Line(x, Sorted(snapshot.Prediction, "predictions"), "fit", Hue.Orange)
        .Titled(FormattableString.Invariant($"Data and fit, {lossName} {snapshot.Loss:F4}")).Axes("x", "y");

    private Figure Data()
    {
        var figure = Figure.Scatter(x, y, "data");
        return yTrue is null ? figure : figure.Line(x, yTrue, "true", Hue.Grey, Dash.Dashed);
    }

    private Figure Loss(IEnumerable<double> soFar, int epochs) =>
        Scaled(Figure.Of(LossTitle).Growing(soFar, epochs, hue: Hue.Orange));

    private Figure Scaled(Figure loss) => (logLoss ? loss.LogY() : loss).Axes("epoch", lossName);

    private double[] Sorted(IReadOnlyList<double> values, string what) => values.Count == order.Length
        ? [.. order.Select(i => values[i])]
        : throw new ArgumentException($"Found {order.Length} x and {values.Count} {what}. Expected as many of both.");
}
