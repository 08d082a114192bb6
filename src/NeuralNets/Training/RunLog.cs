using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Record of one network's run: its history, its held-out losses, and the decision to stop early.</summary>
/// <param name="net">The network.</param>
/// <param name="data">All samples it learns from.</param>
/// <param name="recorder">Takes the loss and the fit of each epoch.</param>
/// <param name="inBatches">False if each step takes all samples: then the prediction of a step is the fit of its epoch.</param>
internal sealed class RunLog(nn.Module<Tensor, Tensor> net, DataSet data, HistoryRecorder recorder, bool inBatches) : ITrainingLog
{
    private readonly List<double> heldOutLosses = [];
    private double sum;
    private long count;
    private bool isFit;

    /// <summary>The loss on the held-out samples now; null if there are none.</summary>
    public Func<double>? HeldOut { get; init; }

    /// <summary>Watches the held-out loss; null if the run goes on to its end.</summary>
    public EarlyStopping? Stopping { get; init; }

    public void AddStep(DataSet batch, Tensor yHat, Tensor loss)
    {
        isFit = yHat.numel() == batch.Count;
        if (!inBatches)
            recorder.Add(data.YTrue is null ? loss.ToDouble() : yHat.MeanSquaredError(data.YTrue), () => Fit(yHat));
        else if (data.YTrue is null)
            (sum, count) = (sum + (loss.ToDouble() * batch.Count), count + batch.Count);
    }

    public bool EndsAfter(int epoch)
    {
        if (inBatches)
            AddBatches();
        if (HeldOut is null)
            return false;
        heldOutLosses.Add(HeldOut());
        return Stopping?.ShouldStop(epoch, heldOutLosses[^1], net) == true;
    }

    /// <summary>The history of the run, whose best weights the network gets back if it may have stopped early.</summary>
    public TrainingHistory Finish()
    {
        Stopping?.Restore(net);
        var history = recorder.Finish();
        return history with { HeldOut = heldOutLosses, BestEpoch = Stopping?.BestEpoch ?? history.Loss.Count };
    }

    /// <summary>An epoch of batches: the error of the fit that they left where the curve is known, else the mean loss they met.</summary>
    private void AddBatches()
    {
        if (data.YTrue is null)
        {
            recorder.Add(sum / count, () => Evaluation.Of(net, data.X, Fit));
            (sum, count) = (0, 0);
            return;
        }

        var fit = Evaluation.Of(net, data.X, yHat => yHat.ToDoubles());
        recorder.Add(TensorValues.MeanSquare(fit, data.YTrue), () => fit);
    }

    private double[]? Fit(Tensor yHat) => isFit ? yHat.ToDoubles() : null;
}
