using System.Diagnostics;
using System.Globalization;
using NeuralNets.Data;
using NeuralNets.Torch;
using NeuralNets.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

// Prints "name  microseconds_per_step  steps", the median of seven fresh runs after a warm-up, on one thread (or as many as
// the first argument says): the chapter's training loops, as the library runs them. pytorch_bench.py beside this file prints
// the same lines for PyTorch; run both in the same minute on the same machine and quote the ratio.
const int Repeats = 7;
Libtorch.Load(); // Before torch itself: a program that names torch first would be looking for it elsewhere.
set_num_threads(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1);

Func<IEnumerable<Parameter>, optim.Optimizer> sgd = p => optim.SGD(p, 0.1);
(string Name, int Steps, Func<double> Run)[] cases =
[
    ("linear_sgd_full", 200, () => FullBatch(() => nn.Sequential(nn.Linear(1, 1)), sgd, 200)),
    ("relu10_sgd_full", 1000, () => FullBatch(() => Hidden(10, nn.ReLU()), sgd, 1000)),
    ("relu4_sgd_full", 1000, () => FullBatch(() => Hidden(4, nn.ReLU()), sgd, 1000)),
    ("tanh10_sgd_full", 1000, () => FullBatch(() => Hidden(10, nn.Tanh()), sgd, 1000)),
    ("relu10_momentum_full", 1000, () => FullBatch(() => Hidden(10, nn.ReLU()), p => optim.SGD(p, 0.1, momentum: 0.8), 1000)),
    ("relu10_rmsprop_full", 1000, () => FullBatch(() => Hidden(10, nn.ReLU()), p => optim.RMSProp(p, 0.1, alpha: 0.9), 1000)),
    ("relu10_adam_full", 1000, () => FullBatch(() => Hidden(10, nn.ReLU()), p => optim.Adam(p, 0.1, beta1: 0.9, beta2: 0.99), 1000)),
    ("relu10_sgd_batch25", 4000, () => OnBatches(1000)),
    ("relu100_sgd_n1000", 300, () => FullBatch(() => Hidden(100, nn.ReLU()), sgd, 300, 1000)),
    ("relu1000_sgd_n1000", 60, () => FullBatch(() => Hidden(1000, nn.ReLU()), sgd, 60, 1000)),
    ("20_seeds_relu10_sgd_full", 1000, () => TwentySeeds(1000)),
];

foreach (var (name, steps, run) in cases)
{
    run();
    var median = Enumerable.Range(0, Repeats).Select(_ => run()).Order().ElementAt(Repeats / 2);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {median,10:F1} {steps}"));
}

static Sequential Hidden(int units, nn.Module<Tensor, Tensor> activation) =>
    nn.Sequential(nn.Linear(1, units), activation, nn.Linear(units, 1));

static double FullBatch(Func<Sequential> makeNet, Func<IEnumerable<Parameter>, optim.Optimizer> makeOptimizer, int steps, int n = 100)
{
    var data = DataSet.Of(Sample.Draw(n));
    using var net = makeNet();
    using var loss = nn.MSELoss();
    using var optimizer = makeOptimizer(net.parameters());
    return Microseconds(steps, () => Train.Run(net, data, loss, optimizer, steps));
}

static double OnBatches(int epochs)
{
    var data = DataSet.Of(Sample.Published());
    using var net = Hidden(10, nn.ReLU());
    using var loss = nn.MSELoss();
    using var optimizer = optim.SGD(net.parameters(), 0.1);
    return Microseconds(epochs * 4, () => Train.Run(net, data, loss, optimizer, epochs, batches: new MiniBatches(data, 25)));
}

static double TwentySeeds(int steps)
{
    var data = DataSet.Of(Sample.Published());
    using var loss = nn.MSELoss();
    return Microseconds(steps, () => Seeds.Train(20, () => Hidden(10, nn.ReLU()), data, loss, p => optim.SGD(p, 0.1), steps));
}

static double Microseconds(int steps, Action run)
{
    var start = Stopwatch.GetTimestamp();
    run();
    return Stopwatch.GetElapsedTime(start).TotalMicroseconds / steps;
}
