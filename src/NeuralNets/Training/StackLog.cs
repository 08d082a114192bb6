using System.Runtime.InteropServices;
using NeuralNets.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Record of a run of stacked networks, which take all samples at once: one history for each.</summary>
internal sealed class StackLog(
    StackedNetworks nets, DataSet data, nn.Module<Tensor, Tensor, Tensor> loss, HistoryRecorder[] recorders, DataSet? heldOut)
    : ITrainingLog, IDisposable
{
    private readonly Tensor targets = Targets(data, recorders.Length);
    private readonly Tensor? heldOutTargets = heldOut is null ? null : Targets(heldOut, recorders.Length);
    private readonly List<double>[] heldOutLosses = Array.ConvertAll(recorders, _ => new List<double>());

    /// <summary>The targets of each network, shape [K, n, outputs].</summary>
    public static Tensor Targets(DataSet data, int count) =>
        data.Y.dim() == 3 ? data.Y.alias() : data.Y.expand([count, .. data.Y.shape]).contiguous();

    public void AddStep(DataSet batch, Tensor yHat, Tensor loss)
    {
        var predictions = yHat.ToDoubles();
        var n = predictions.Length / recorders.Length;
        var losses = data.YTrue is null ? Losses(yHat, targets) : null;
        for (var k = 0; k < recorders.Length; k++)
        {
            var prediction = predictions.AsMemory(k * n, n);
            var error = losses is null ? TensorValues.MeanSquare(prediction.Span, data.YTrue!) : losses[k];
            recorders[k].Add(error, MemoryMarshal.ToEnumerable<double>(prediction));
        }
    }

    public bool EndsAfter(int epoch)
    {
        if (heldOut is null)
            return false;
        var losses = Evaluation.Of(nets, heldOut.X, yHat => Losses(yHat, heldOutTargets!));
        for (var k = 0; k < losses.Length; k++)
            heldOutLosses[k].Add(losses[k]);
        return false;
    }

    public TrainingHistory[] Finish() =>
        [.. recorders.Zip(heldOutLosses, (recorder, losses) => recorder.Finish() with { HeldOut = losses })];

    public void Dispose()
    {
        targets.Dispose();
        heldOutTargets?.Dispose();
    }

    /// <summary>The loss of each network; the usual one for all networks at once.</summary>
    private double[] Losses(Tensor yHat, Tensor y)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        return loss is MSELoss
            ? (yHat - y).square().flatten(1).mean([1]).ToDoubles()
            : [.. Enumerable.Range(0, recorders.Length).Select(k => loss.forward(yHat[k], y[k]).ToDouble())];
    }
}
