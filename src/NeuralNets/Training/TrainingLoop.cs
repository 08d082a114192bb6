using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>The loop that all training is.</summary>
internal static class TrainingLoop
{
    /// <summary>Takes a step for every batch of every epoch; the log hears of each, and may end the run after an epoch.</summary>
    public static void Run(
        nn.Module<Tensor, Tensor> net,
        IEnumerable<DataSet> batches,
        Criterion loss,
        optim.Optimizer optimizer,
        int epochs,
        ITrainingLog log)
    {
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            foreach (var batch in batches)
            {
                using var step = NewDisposeScope();
                var yHat = net.forward(batch.X);
                if (epoch == 1)
                    loss.RequireShapes(yHat, batch.Y);
                var value = loss.Of(yHat, batch.Y);
                optimizer.zero_grad();
                value.backward();
                optimizer.step();
                log.AddStep(batch, yHat, value);
            }

            if (log.EndsAfter(epoch))
                return;
        }
    }
}
