using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Record of a run of stacked networks, which take all samples at once: one history for each.</summary>
internal sealed class StackLog(DataSet data, nn.Module<Tensor, Tensor, Tensor> loss, HistoryRecorder[] recorders) : ITrainingLog
{
    public void AddStep(DataSet batch, Tensor yHat, Tensor loss)
    {
        var n = (int)yHat.numel() / recorders.Length;
        var errors = data.YTrue is null ? Losses(yHat) : yHat.MeanSquaredErrors(data.YTrue, recorders.Length);
        double[]? predictions = null; // Read only at the epochs that are drawn.
        for (var k = 0; k < recorders.Length; k++)
        {
            var from = k * n;
            recorders[k].Add(errors[k], () => (predictions ??= yHat.ToDoubles())[from..(from + n)]);
        }
    }

    public bool EndsAfter(int epoch) => false;

    public TrainingHistory[] Finish() => Array.ConvertAll(recorders, recorder => recorder.Finish());

    private double[] Losses(Tensor yHat)
    {
        using var noGradient = no_grad();
        return [.. Enumerable.Range(0, recorders.Length).Select(k => loss.forward(yHat[k], data.Y).ToDouble())];
    }
}
