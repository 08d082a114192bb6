using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Trains a network: predict, measure the loss, take its gradient, take a step, again and again.</summary>
public static class Train
{
    /// <summary>Trains on all samples at once, one step per epoch, or in batches, one step per batch.</summary>
    /// <remarks>
    /// The network is in training mode for its steps, in evaluation mode where it is only looked at, and in the end in the mode
    /// it came in. Each step frees its tensors. Without batches nothing is drawn from the random stream.
    /// </remarks>
    /// <param name="net">The network; its weights are changed.</param>
    /// <param name="data">The samples it learns from.</param>
    /// <param name="loss">The function to minimise, of prediction and target, such as <c>nn.MSELoss()</c>.</param>
    /// <param name="optimizer">Updates the network's weights from their gradients.</param>
    /// <param name="epochs">Number of passes over the samples, at least 1.</param>
    /// <param name="batches">The same samples in batches, such as <c>new MiniBatches(data, 25)</c>; all at once if left out.</param>
    /// <param name="heldOut">Samples that no gradient ever sees; the loss on them is recorded after every epoch.</param>
    /// <param name="observer">Watches the run, such as a live figure.</param>
    /// <param name="redraws">Number of epochs that are drawn; the first and the last always are.</param>
    /// <returns>The loss of each epoch, and the fits at the drawn ones.</returns>
    /// <exception cref="ArgumentException">The prediction's shape is not the target's.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> or <paramref name="redraws"/> is less than 1.</exception>
    public static TrainingHistory Run(
        nn.Module<Tensor, Tensor> net,
        DataSet data,
        nn.Module<Tensor, Tensor, Tensor> loss,
        optim.Optimizer optimizer,
        int epochs,
        IEnumerable<DataSet>? batches = null,
        DataSet? heldOut = null,
        ITrainingObserver? observer = null,
        int redraws = DrawnEpochs.Redraws)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return Run(net, data, Criterion.For(loss), optimizer, epochs, batches, heldOut, observer, redraws);
    }

    /// <summary>The same with a loss of one's own: any function of prediction and target that gives one number.</summary>
    public static TrainingHistory Run(
        nn.Module<Tensor, Tensor> net,
        DataSet data,
        Func<Tensor, Tensor, Tensor> loss,
        optim.Optimizer optimizer,
        int epochs,
        IEnumerable<DataSet>? batches = null,
        DataSet? heldOut = null,
        ITrainingObserver? observer = null,
        int redraws = DrawnEpochs.Redraws)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return Run(net, data, Criterion.For(loss), optimizer, epochs, batches, heldOut, observer, redraws);
    }

    /// <summary>A measure of a network on some samples, taken in evaluation mode and without a gradient.</summary>
    /// <param name="net">The network; it keeps its mode.</param>
    /// <param name="data">The samples.</param>
    /// <param name="measure">From predictions and targets to one number, such as a loss or the share of right answers.</param>
    /// <exception cref="ArgumentException">The shapes differ and torch would stretch one against the other.</exception>
    public static double Evaluate(nn.Module<Tensor, Tensor> net, DataSet data, Func<Tensor, Tensor, Tensor> measure)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(measure);
        return Evaluation.Of(net, data, Criterion.For(measure));
    }

    private static TrainingHistory Run(
        nn.Module<Tensor, Tensor> net,
        DataSet data,
        Criterion loss,
        optim.Optimizer optimizer,
        int epochs,
        IEnumerable<DataSet>? batches,
        DataSet? heldOut,
        ITrainingObserver? observer,
        int redraws)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optimizer);

        using var training = new NetworkMode(net, training: true);
        var log = new RunLog(net, data, new HistoryRecorder(epochs, observer, redraws), inBatches: batches is not null)
        {
            HeldOut = heldOut is null ? null : () => Evaluation.Of(net, heldOut, loss),
        };
        new TrainingLoop(net, loss, optimizer, log).Run(batches ?? [data], epochs);
        return log.Finish();
    }
}
