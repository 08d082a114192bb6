using System.Runtime.InteropServices;
using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Record of a run of stacked networks, which take all samples at once: one history for each.</summary>
internal sealed class StackLog(DataSet data, nn.Module<Tensor, Tensor, Tensor> loss, HistoryRecorder[] recorders) : ITrainingLog
{
    public void AddStep(DataSet batch, Tensor yHat, Tensor loss)
    {
        var predictions = yHat.ToDoubles();
        var n = predictions.Length / recorders.Length;
        for (var k = 0; k < recorders.Length; k++)
        {
            var prediction = predictions.AsMemory(k * n, n);
            var error = data.YTrue is null ? LossOf(yHat[k]) : TensorValues.MeanSquare(prediction.Span, data.YTrue);
            recorders[k].Add(error, MemoryMarshal.ToEnumerable<double>(prediction));
        }
    }

    public bool EndsAfter(int epoch) => false;

    public TrainingHistory[] Finish() => Array.ConvertAll(recorders, recorder => recorder.Finish());

    private double LossOf(Tensor yHat)
    {
        using var noGradient = no_grad();
        return loss.forward(yHat, data.Y).ToDouble();
    }
}
