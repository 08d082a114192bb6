using System.Diagnostics;
using System.Globalization;
using NeuralNets.Networks;
using NeuralNets.Torch;
using TorchSharp;
using static TorchSharp.torch;

// Prints "name steps_per_second": the chapter's networks, training on the device that the first argument names, for as many
// steps as the second says. gpu.py beside this file prints the same lines for PyTorch; gpu.sh runs both and makes the table.
const int Repeats = 5;
Libtorch.Load(); // Before torch itself: NEURALNETS_LIBTORCH may name a PyTorch with CUDA.
set_num_threads(1);
var device = DeviceChoice.Choose(args[0]).Device;
var steps = int.Parse(args[1], CultureInfo.InvariantCulture);

var (pictures, digits) = (rand(32, 1, 8, 8, device: device), randint(0, 10, 32, dtype: ScalarType.Int64, device: device));
var (sequences, signs) = (randn(128, 50, 1, device: device), rand(128, 1, device: device));
var (x, y) = (rand(10_000, 1, device: device), rand(10_000, 1, device: device));
(string Name, Func<nn.Module<Tensor, Tensor>> Build, Tensor X, Func<Tensor, Tensor> Loss)[] cases =
[
    ("cnn", Convolutional, pictures, scores => nn.functional.cross_entropy(scores, digits)),
    ("gru", () => new RecurrentNetwork(Recurrence.Gru, 1, 16, 1), sequences, yHat => nn.functional.mse_loss(yHat, signs)),
    ("lstm", () => new RecurrentNetwork(Recurrence.Lstm, 1, 16, 1), sequences, yHat => nn.functional.mse_loss(yHat, signs)),
    ("1-4096-1", () => nn.Sequential(nn.Linear(1, 4096), nn.ReLU(), nn.Linear(4096, 1)), x, yHat => nn.functional.mse_loss(yHat, y)),
];
foreach (var (name, build, input, loss) in cases)
{
    using var net = build().to(device);
    using var adam = optim.Adam(net.parameters(), 0.001);
    StepsPerSecond(net, input, loss, adam);
    var median = Enumerable.Range(0, Repeats).Select(_ => StepsPerSecond(net, input, loss, adam)).Order().ElementAt(Repeats / 2);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {median:F1}"));
}

double StepsPerSecond(nn.Module<Tensor, Tensor> net, Tensor input, Func<Tensor, Tensor> loss, optim.Optimizer optimizer)
{
    Wait();
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < steps; i++)
    {
        using var scope = NewDisposeScope();
        var value = loss(net.forward(input));
        optimizer.zero_grad();
        value.backward();
        optimizer.step();
    }

    Wait();
    return steps / Stopwatch.GetElapsedTime(start).TotalSeconds;
}

// A GPU works on while the program goes ahead.
void Wait()
{
    if (device.type == DeviceType.CUDA)
        cuda.synchronize();
}

static nn.Module<Tensor, Tensor> Convolutional() => nn.Sequential(
    nn.Conv2d(1, 16, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(16, 24, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(96, 10));
