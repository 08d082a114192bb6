using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>The loop that all training is; its log hears of each step and each epoch.</summary>
internal sealed class TrainingLoop(nn.Module<Tensor, Tensor> net, Criterion loss, optim.Optimizer optimizer, RunLog log)
{
    /// <summary>Takes a step for every batch of every epoch.</summary>
    public void Run(IEnumerable<DataSet> batches, int epochs)
    {
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            RunEpoch(batches, isFirst: epoch == 1);
            log.EndEpoch();
        }
    }

    private void RunEpoch(IEnumerable<DataSet> batches, bool isFirst)
    {
        foreach (var batch in batches)
        {
            using var step = NewDisposeScope();
            var yHat = net.forward(batch.X);
            if (isFirst)
                loss.RequireShapes(yHat, batch.Y); // Later ones have the same.
            var value = loss.Of(yHat, batch.Y);
            optimizer.zero_grad();
            value.backward();
            optimizer.step();
            log.AddStep(batch, yHat, value);
        }
    }
}
