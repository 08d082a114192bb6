using System.Runtime.InteropServices;
using MathNet.Numerics.Statistics;
using NeuralNets.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>The same training from many starts: one run is luck, their spread is a result.</summary>
/// <param name="Runs">One history per start, in the order of the seeds 0, 1, 2, …</param>
public sealed record Spread(IReadOnlyList<TrainingHistory> Runs)
{
    /// <summary>The last loss of each run, in the order of the seeds.</summary>
    public double[] FinalLosses => [.. Runs.Select(run => run.FinalLoss)];

    /// <summary>The median of the last losses: half of the runs end better, half worse.</summary>
    public double Median => FinalLosses.Median();

    /// <summary>Trains a network from as many starts as there are seeds, by full batch, all at once.</summary>
    /// <param name="seeds">How many starts, at least 1; start k is what torch draws after <c>manual_seed(k)</c>.</param>
    /// <param name="makeNet">Draws a network: linear layers and layers without parameters.</param>
    /// <param name="data">The samples that all learn from.</param>
    /// <param name="loss">What is minimised: a mean over the samples, such as <c>nn.MSELoss()</c>.</param>
    /// <param name="makeOptimizer">Makes the optimizer of the parameters it is given; one that treats every number by itself.</param>
    /// <param name="epochs">How many steps, at least 1.</param>
    /// <param name="redraws">At how many epochs the fits are kept; the first and the last always are.</param>
    /// <remarks>torch's default random stream is left at the end of the last start.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seeds"/>, <paramref name="epochs"/> or <paramref name="redraws"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The network cannot be stacked, or its prediction has not the target's shape.</exception>
    public static Spread OverSeeds(
        int seeds,
        Func<Sequential> makeNet,
        DataSet data,
        nn.Module<Tensor, Tensor, Tensor> loss,
        Func<IEnumerable<Parameter>, optim.Optimizer> makeOptimizer,
        int epochs,
        int redraws = 2)
    {
        ArgumentNullException.ThrowIfNull(makeNet);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(makeOptimizer);
        if (seeds < 1)
            throw new ArgumentOutOfRangeException(nameof(seeds), seeds, $"seeds is {seeds}; at least 1 start is needed.");

        using var nets = Starts(seeds, makeNet);
        using var optimizer = makeOptimizer(nets.parameters());
        using var y = data.Y.expand([seeds, .. data.Y.shape]).contiguous();
        var recorders = Enumerable.Range(0, seeds).Select(_ => new HistoryRecorder(epochs, redraws: redraws)).ToArray();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            using var step = NewDisposeScope();
            var yHat = nets.forward(data.X);
            var value = Train.Compare(loss, yHat, y, check: epoch == 1);
            Record(recorders, yHat, data, loss);

            optimizer.zero_grad();
            (value * seeds).backward(); // A mean over all nets: as a sum of their means it gives each its own gradient.
            optimizer.step();
        }

        return new Spread([.. recorders.Select(recorder => recorder.Finish())]);
    }

    private static StackedNetworks Starts(int seeds, Func<Sequential> makeNet)
    {
        var nets = Enumerable.Range(0, seeds).Select(seed =>
        {
            manual_seed(seed);
            return makeNet();
        }).ToArray();
        var starts = new StackedNetworks(nets);
        Array.ForEach(nets, net => net.Dispose());
        return starts;
    }

    private static void Record(HistoryRecorder[] recorders, Tensor yHat, DataSet data, nn.Module<Tensor, Tensor, Tensor> loss)
    {
        var predictions = yHat.ToDoubles();
        var n = predictions.Length / recorders.Length;
        for (var k = 0; k < recorders.Length; k++)
        {
            var prediction = predictions.AsMemory(k * n, n);
            var error = data.YTrue is null ? LossOf(loss, yHat[k], data) : TensorValues.MeanSquare(prediction.Span, data.YTrue);
            recorders[k].Add(error, MemoryMarshal.ToEnumerable<double>(prediction));
        }
    }

    private static double LossOf(nn.Module<Tensor, Tensor, Tensor> loss, Tensor yHat, DataSet data)
    {
        using var inference = no_grad();
        return loss.forward(yHat, data.Y).ToDouble();
    }
}
