using NeuralNets.Data;
using NeuralNets.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainingSteps;

/// <summary>TorchSharp's side: the chapter's training loop, as the library runs it, losses and fits recorded.</summary>
internal static class TorchSharpSteps
{
    /// <summary>Trains once.</summary>
    /// <returns>Microseconds of processor time and allocated bytes per step.</returns>
    public static (double Microseconds, double Bytes) Run(Case run)
    {
        using var net = Network(run);
        using var loss = nn.MSELoss();
        using var optimizer = Optimizer(run, net);
        using var x = tensor(run.X()).reshape(-1, 1);
        using var y = tensor(run.Y()).reshape(-1, 1);
        var data = new DataSet(x, y);
        var batches = run.Batch == 0 ? null : new MiniBatches(data, run.Batch);
        var epochs = run.Batch == 0 ? run.Steps : run.Steps * run.Batch / run.Samples;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        Train.Run(net, data, loss, optimizer, epochs, batches);
        var spent = Environment.CpuUsage.TotalTime - start;
        return (spent.TotalMicroseconds / run.Steps, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)run.Steps);
    }

    private static Sequential Network(Case run) => run.Hidden == 0
        ? nn.Sequential(nn.Linear(1, 1))
        : nn.Sequential(nn.Linear(1, run.Hidden), run.Activation == "tanh" ? nn.Tanh() : nn.ReLU(), nn.Linear(run.Hidden, 1));

    private static optim.Optimizer Optimizer(Case run, Sequential net) => run.Optimizer switch
    {
        "sgd" => optim.SGD(net.parameters(), 0.1),
        "momentum" => optim.SGD(net.parameters(), 0.1, momentum: 0.8),
        "rmsprop" => optim.RMSProp(net.parameters(), 0.1, alpha: 0.9),
        _ => optim.Adam(net.parameters(), 0.1, beta1: 0.9, beta2: 0.99),
    };
}
