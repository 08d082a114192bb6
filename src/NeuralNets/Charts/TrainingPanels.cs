using System.Globalization;
using NeuralNets.Training;

namespace NeuralNets.Charts;

/// <summary>The two panels of a training run: data and fit, and the loss curve up to an epoch.</summary>
internal sealed class TrainingPanels
{
    /// <summary>How many epochs of a longer run the loss curve shows; a panel is hardly more pixels wide.</summary>
    private const int MostLosses = 250;

    private readonly int[] order;
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[]? yTrue;
    private readonly string lossName;

    public TrainingPanels(Values x, Values y, Values? yTrue, string lossName)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        Lengths.MustAgree("x", x.Count, "y", y.Count);
        if (yTrue is not null)
            Lengths.MustAgree("x", x.Count, "yTrue", yTrue.Count);
        order = [.. Enumerable.Range(0, x.Count).OrderBy(i => x[i])];
        (this.x, this.y, this.lossName) = (Sorted(x), Sorted(y), lossName);
        this.yTrue = yTrue is null ? null : Sorted(yTrue);
    }

    private string LossTitle => lossName is [var first, .. var rest] ? $"{char.ToUpperInvariant(first)}{rest} by epoch" : "";

    /// <summary>The data, before the run begins.</summary>
    public Figure Before() => Figure.Grid(2, Data().Titled("Data").Axes("x", "y"), Figure.Of(LossTitle).Axes("epoch", lossName));

    /// <summary>The run at its last epoch so far.</summary>
    public Figure At(TrainingHistory history, int epochs) => Figure.Grid(2, Fit(history.Snapshots[^1]), Loss(history.Loss, history.Loss.Count, epochs));

    /// <summary>The whole run, with a frame for each of its snapshots.</summary>
    public Figure Replay(TrainingHistory history)
    {
        var epochs = history.Loss.Count;
        var frames = history.Snapshots.Select(s => (
            s.Epoch.ToString(CultureInfo.InvariantCulture),
            Figure.Grid(2, Fit(s), Loss(history.Loss, s.Epoch, epochs))));
        return Figure.Replay("epoch", frames);
    }

    private Figure Fit(Snapshot snapshot)
    {
        Lengths.MustAgree("x", x.Length, "predictions", snapshot.Prediction.Count);
        return Data().Add(new Curve(x, Sorted(snapshot.Prediction)) { Name = "fit", Hue = Hue.Orange })
            .Titled(FormattableString.Invariant($"Data and fit, {lossName} {snapshot.Loss:F4}")).Axes("x", "y");
    }

    private Figure Data()
    {
        var figure = Figure.Of("").Add(new Points(x, y) { Name = "data" });
        return yTrue is null ? figure : figure.Add(new Curve(x, yTrue) { Name = "true", Hue = Hue.Grey, Dash = Dash.Dashed });
    }

    /// <summary>The curve up to an epoch: all positions, but only the losses so far.</summary>
    private Figure Loss(IReadOnlyList<double> losses, int until, int epochs)
    {
        var every = Math.Max(1, (int)Math.Ceiling(epochs / (double)MostLosses));
        var drawn = Enumerable.Range(1, epochs).Where(e => e == 1 || e == epochs || e % every == 0).ToArray();
        double[] soFar = [.. drawn.Where(e => e <= until).Select(e => losses[e - 1])];
        var curve = new Curve([.. drawn.Select(e => (double)e)], soFar) { Total = every == 1 ? 0 : epochs, Hue = Hue.Orange };
        return Figure.Of(LossTitle).Add(curve)
            .Add(new Points([until], [losses[until - 1]]) { Hue = Hue.Orange })
            .Axes("epoch", lossName);
    }

    private double[] Sorted(IReadOnlyList<double> values) => [.. order.Select(i => values[i])];
}
