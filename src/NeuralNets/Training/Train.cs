using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Trains a network: predict, measure the loss, take its gradient, take a step, again and again.</summary>
/// <remarks>
/// What the history records is the mean squared error against <see cref="DataSet.YTrue"/> where that is known, else the loss
/// that is minimised. Each step frees its tensors.
/// </remarks>
public static class Train
{
    /// <summary>Gradient descent on all samples at once: one step per epoch. Draws nothing from the random stream.</summary>
    /// <param name="net">The network; its prediction must have the shape of the targets.</param>
    /// <param name="data">The samples.</param>
    /// <param name="loss">What is minimised: a function of prediction and target, such as <c>nn.MSELoss()</c>.</param>
    /// <param name="optimizer">Updates the network's parameters from their gradients.</param>
    /// <param name="epochs">How many steps, at least 1.</param>
    /// <param name="observer">Who watches, such as a live figure.</param>
    /// <param name="redraws">How many epochs are drawn; the first and the last always are.</param>
    /// <returns>At each epoch, the loss and the fit before its step.</returns>
    /// <exception cref="ArgumentException">The prediction's shape is not the target's.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> or <paramref name="redraws"/> is less than 1.</exception>
    public static TrainingHistory FullBatch(
        nn.Module<Tensor, Tensor> net,
        DataSet data,
        nn.Module<Tensor, Tensor, Tensor> loss,
        optim.Optimizer optimizer,
        int epochs,
        ITrainingObserver? observer = null,
        int redraws = DrawnEpochs.Redraws)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(optimizer);

        var recorder = new HistoryRecorder(epochs, observer, redraws);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            using var step = NewDisposeScope();
            var yHat = net.forward(data.X);
            var value = Compare(loss, yHat, data.Y, check: epoch == 1);
            recorder.Add(Recorded(value, yHat, data), yHat);

            optimizer.zero_grad();
            value.backward();
            optimizer.step();
        }

        return recorder.Finish();
    }

    /// <summary>Gradient descent on batches: one step per batch, several per epoch.</summary>
    /// <param name="net">The network; its prediction must have the shape of the targets.</param>
    /// <param name="data">The samples.</param>
    /// <param name="batches">The same samples in batches; shuffled batches draw their order anew each epoch.</param>
    /// <param name="loss">What is minimised: a function of prediction and target, such as <c>nn.MSELoss()</c>.</param>
    /// <param name="optimizer">Updates the network's parameters from their gradients.</param>
    /// <param name="epochs">How often the whole data set is gone through, at least 1.</param>
    /// <param name="observer">Who watches, such as a live figure.</param>
    /// <param name="redraws">How many epochs are drawn; the first and the last always are.</param>
    /// <returns>At each epoch, the loss and the fit over all samples after the epoch's last step.</returns>
    /// <exception cref="ArgumentException">The prediction's shape is not the target's.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> or <paramref name="redraws"/> is less than 1.</exception>
    public static TrainingHistory OnBatches(
        nn.Module<Tensor, Tensor> net,
        DataSet data,
        MiniBatches batches,
        nn.Module<Tensor, Tensor, Tensor> loss,
        optim.Optimizer optimizer,
        int epochs,
        ITrainingObserver? observer = null,
        int redraws = DrawnEpochs.Redraws)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(optimizer);

        var recorder = new HistoryRecorder(epochs, observer, redraws);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            foreach (var (x, y, _) in batches)
            {
                using var step = NewDisposeScope();
                var value = Compare(loss, net.forward(x), y, check: epoch == 1);
                optimizer.zero_grad();
                value.backward();
                optimizer.step();
            }

            Record(recorder, net, data, loss);
        }

        return recorder.Finish();
    }

    /// <summary>The loss, after a look at the shapes in the first epoch: later ones have the same.</summary>
    internal static Tensor Compare(nn.Module<Tensor, Tensor, Tensor> loss, Tensor yHat, Tensor y, bool check)
    {
        if (check)
            Shapes.RequireSame(loss, yHat, y);
        return loss.forward(yHat, y);
    }

    /// <summary>What the history records of an epoch.</summary>
    internal static double Recorded(Tensor lossValue, Tensor yHat, DataSet data) =>
        data.YTrue is null ? lossValue.ToDouble() : yHat.MeanSquaredError(data.YTrue);

    /// <summary>Looks at the network as it stands after an epoch of batches, with its dropout off.</summary>
    private static void Record(HistoryRecorder recorder, nn.Module<Tensor, Tensor> net, DataSet data, nn.Module<Tensor, Tensor, Tensor> loss)
    {
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        var training = net.training;
        net.train(false);
        var yHat = net.forward(data.X);
        recorder.Add(data.YTrue is null ? loss.forward(yHat, data.Y).ToDouble() : yHat.MeanSquaredError(data.YTrue), yHat);
        net.train(training);
    }
}
