using NeuralNets.Scratch.Optimizers;
using NeuralNets.Scratch.Perceptrons;
using NeuralNets.Scratch.Randomness;

namespace TrainingSteps;

/// <summary>Plain C#'s side: the same networks and methods in <c>src/Scratch</c>.</summary>
internal static class ScratchSteps
{
    /// <summary>As many units times samples as take long enough to be timed.</summary>
    private const double EnoughWork = 2e8;

    /// <summary>Trains once.</summary>
    /// <returns>Microseconds of processor time and allocated bytes per step.</returns>
    public static (double Microseconds, double Bytes) Run(Case run)
    {
        var net = new Perceptron<float>(
            run.Activation == "tanh" ? Activation.Tanh : Activation.Relu, run.Hidden == 0 ? [1, 1] : [1, run.Hidden, 1]);
        net.Initialise(new TorchRandom(0));
        var optimizer = Optimizer(run);
        var all = new Samples<float>(run.X(), 1, run.Y(), 1);
        var batch = run.Batch == 0 ? all : new Samples<float>(run.Batch, 1, 1);
        int[] order = [.. Enumerable.Range(0, run.Samples)];
        var random = new Random(0);
        net.Backward(batch, Loss.MeanSquaredError); // Makes room.
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        var steps = Math.Max(run.Steps, (int)(EnoughWork / ((double)run.Samples * Math.Max(run.Hidden, 1))));
        for (int step = 0, at = 0; step < steps; step++, at += run.Batch)
        {
            if (run.Batch > 0)
            {
                if (at + run.Batch > order.Length || step == 0)
                {
                    random.Shuffle(order);
                    at = 0;
                }

                batch.Gather(all, order.AsSpan(at, run.Batch));
            }

            net.Backward(batch, Loss.MeanSquaredError);
            optimizer.Step(net);
        }

        var spent = Environment.CpuUsage.TotalTime - start;
        return (spent.TotalMicroseconds / steps, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)run.Steps);
    }

    private static Optimizer<float> Optimizer(Case run) => run.Optimizer switch
    {
        "sgd" => new Sgd<float>(0.1),
        "momentum" => new Sgd<float>(0.1, momentum: 0.8),
        "rmsprop" => new RmsProp<float>(0.1, alpha: 0.9),
        _ => new Adam<float>(0.1, beta1: 0.9, beta2: 0.99),
    };
}
