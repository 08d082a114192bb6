using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Training that is watched on samples it does not learn from.</summary>
public static class Learning
{
    /// <summary>Trains a network and records its error on both parts after every epoch.</summary>
    /// <param name="net">The network; its weights are changed.</param>
    /// <param name="optimizer">Changes the weights.</param>
    /// <param name="loss">What is minimised: from predictions and targets to a scalar.</param>
    /// <param name="train">What it learns from.</param>
    /// <param name="heldOut">What it is watched on; no gradient ever sees it. Null if nobody watches.</param>
    /// <param name="epochs">How many epochs at most.</param>
    /// <param name="batch">Samples in a mini-batch; 0 takes all at once.</param>
    /// <param name="seed">Seed of the order of the mini-batches; unused with all at once.</param>
    /// <param name="stop">Stops early and restores the best weights; without it all epochs are run.</param>
    public static LearningCurve Train(
        nn.Module<Tensor, Tensor> net,
        optim.Optimizer optimizer,
        Func<Tensor, Tensor, Tensor> loss,
        DataSet train,
        DataSet? heldOut,
        int epochs,
        int batch = 0,
        int seed = 0,
        EarlyStopping? stop = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(train);
        using var order = new Generator((ulong)seed);
        IEnumerable<DataSet> batches = batch <= 0 ? [train] : new MiniBatches(train, batch, generator: order);
        var (seen, unseen) = (new List<double>(epochs), new List<double>(epochs));
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            seen.Add(OneEpoch(net, optimizer, loss, batches));
            if (heldOut is null)
                continue;
            unseen.Add(Error(net, loss, heldOut));
            if (stop?.ShouldStop(epoch, unseen[^1], net) == true)
                break;
        }

        stop?.Restore(net);
        return new LearningCurve([.. seen], [.. unseen], stop?.BestEpoch ?? seen.Count);
    }

    /// <summary>The error of a network on some samples, without a gradient and in evaluation mode.</summary>
    /// <param name="net">The network.</param>
    /// <param name="error">From predictions and targets to a scalar.</param>
    /// <param name="samples">The samples.</param>
    public static double Error(nn.Module<Tensor, Tensor> net, Func<Tensor, Tensor, Tensor> error, DataSet samples)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(samples);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        net.eval();
        return error(net.forward(samples.X), samples.Y).to(float64).item<double>();
    }

    /// <summary>One pass over the samples: a step for every mini-batch. Gives the mean loss that the steps met.</summary>
    private static double OneEpoch(
        nn.Module<Tensor, Tensor> net, optim.Optimizer optimizer, Func<Tensor, Tensor, Tensor> loss, IEnumerable<DataSet> batches)
    {
        net.train();
        var (sum, count) = (0.0, 0L);
        foreach (var batch in batches)
        {
            using var step = NewDisposeScope();
            optimizer.zero_grad();
            var error = loss(net.forward(batch.X), batch.Y);
            error.backward();
            optimizer.step();
            sum += error.ToDouble() * batch.Count;
            count += batch.Count;
        }

        return sum / count;
    }
}
