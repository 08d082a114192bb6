using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Record of one network's run: its history and its held-out losses.</summary>
/// <param name="net">The network.</param>
/// <param name="data">All samples it learns from.</param>
/// <param name="recorder">Takes the loss and the fit of each epoch.</param>
/// <param name="inBatches">False if each step takes all samples: then the prediction of a step is the fit of its epoch.</param>
internal sealed class RunLog(nn.Module<Tensor, Tensor> net, DataSet data, HistoryRecorder recorder, bool inBatches)
{
    private readonly List<double> heldOutLosses = [];
    private double sum;
    private long count;
    private bool isFit;

    /// <summary>The loss on the held-out samples now; null if there are none.</summary>
    public Func<double>? HeldOut { get; init; }

    /// <summary>Notes a step: the prediction and the loss that it met, before its update.</summary>
    public void AddStep(DataSet batch, Tensor yHat, Tensor loss)
    {
        isFit = yHat.numel() == batch.Count;
        if (!inBatches)
            recorder.Add(data.YTrue is null ? loss.ToDouble() : yHat.MeanSquaredError(data.YTrue), () => Fit(yHat));
        else if (data.YTrue is null)
            (sum, count) = (sum + (loss.ToDouble() * batch.Count), count + batch.Count);
    }

    /// <summary>Notes the end of an epoch.</summary>
    public void EndEpoch()
    {
        if (inBatches)
            AddBatches();
        if (HeldOut is not null)
            heldOutLosses.Add(HeldOut());
    }

    /// <summary>The history of the run.</summary>
    public TrainingHistory Finish() => recorder.Finish() with { HeldOut = heldOutLosses };

    /// <summary>An epoch of batches: the error of the fit that they left where the curve is known, else the mean loss they met.</summary>
    private void AddBatches()
    {
        if (data.YTrue is null)
        {
            recorder.Add(sum / count, () => isFit ? Evaluation.Of(net, data.X, Fit) : null);
            (sum, count) = (0, 0);
            return;
        }

        var fit = Evaluation.Of(net, data.X, yHat => yHat.ToDoubles());
        recorder.Add(TensorValues.MeanSquare(fit, data.YTrue), () => fit);
    }

    private double[]? Fit(Tensor yHat) => isFit ? yHat.ToDoubles() : null;
}
