using System.Numerics;
using NeuralNets.Scratch.Optimizers;
using NeuralNets.Scratch.Perceptrons;
using NeuralNets.Scratch.Randomness;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Scratch.Tests.Perceptrons;

/// <summary>One network twice, here and in torch, with the same start and the same samples.</summary>
internal sealed class Twin<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ScalarType type = typeof(T) == typeof(float) ? ScalarType.Float32 : ScalarType.Float64;
    private readonly Loss loss;
    private readonly Tensor x;
    private readonly Tensor y;

    public Twin(Activation activation, int[] widths, Loss loss, int count, uint seed = 42)
    {
        this.loss = loss;
        Net = new(activation, widths);
        Net.Initialise(new TorchRandom(seed));
        Torch = Build(activation, widths).to(type);
        Restart();
        var random = new Random(1);
        double[] features = [.. Enumerable.Range(0, count * widths[0]).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] targets = [.. Enumerable.Range(0, loss == Loss.CrossEntropy ? count : count * widths[^1])
            .Select(i => loss == Loss.CrossEntropy ? i % widths[^1]
                : Math.Sin(3 * features[i % features.Length]) + (0.1 * random.NextDouble()))];
        Samples = new(Convert(features), widths[0], Convert(targets), targets.Length / count);
        x = tensor(features, [count, widths[0]], type);
        y = loss == Loss.CrossEntropy ? tensor(targets, ScalarType.Int64) : tensor(targets, [count, widths[^1]], type);
    }

    public Perceptron<T> Net { get; }

    public Sequential Torch { get; }

    public Samples<T> Samples { get; }

    public double[] Own => [.. Net.Parameters.ToArray().Select(double.CreateChecked)];

    public double[] Torchs => [.. Torch.parameters().SelectMany(p => p.to(ScalarType.Float64).data<double>().ToArray())];

    public double[] TorchsGradients => [.. Torch.parameters().SelectMany(p => p.grad!.to(ScalarType.Float64).data<double>().ToArray())];

    public static T[] Convert(double[] numbers) => Array.ConvertAll(numbers, T.CreateChecked);

    /// <summary>Torch takes over the parameters of the other.</summary>
    public void Restart()
    {
        using var noGrad = no_grad();
        var at = 0;
        foreach (var parameter in Torch.parameters())
        {
            var numbers = Own.AsSpan(at, (int)parameter.numel()).ToArray();
            parameter.copy_(tensor(numbers, parameter.shape, type));
            at += numbers.Length;
        }
    }

    public double TorchBackward(int[]? batch = null)
    {
        Torch.zero_grad();
        using var rows = batch is null ? null : tensor(Array.ConvertAll(batch, i => (long)i));
        var (features, targets) = rows is null ? (x, y) : (x[rows], y[rows]);
        using var measured = TorchsLoss(Torch.forward(features), targets);
        measured.backward();
        return measured.to(ScalarType.Float64).item<double>();
    }

    public void Train(Optimizer<T> own, Func<IEnumerable<Parameter>, optim.Optimizer> torchs, int epochs, int batch = 0)
    {
        var optimizer = torchs(Torch.parameters());
        var room = batch == 0 ? Samples : new Samples<T>(batch, Samples.Features, Samples.Targets);
        var random = new Random(7);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            using var scope = NewDisposeScope();
            int[] order = [.. Enumerable.Range(0, Samples.Count)];
            if (batch > 0)
                random.Shuffle(order);
            foreach (var rows in batch == 0 ? [order] : order.Chunk(batch))
            {
                if (batch > 0)
                    room.Gather(Samples, rows);
                Net.Backward(room, loss);
                own.Step(Net);
                TorchBackward(batch == 0 ? null : rows);
                optimizer.step();
            }
        }
    }

    private Tensor TorchsLoss(Tensor outputs, Tensor targets) => loss.ToString() switch
    {
        "cross-entropy" => nn.functional.cross_entropy(outputs, targets),
        "mean absolute error" => nn.functional.l1_loss(outputs, targets),
        "Huber, δ = 0.5" => nn.functional.huber_loss(outputs, targets, 0.5),
        "smooth L1, β = 0.2" => nn.functional.smooth_l1_loss(outputs, targets, beta: 0.2),
        _ => nn.functional.mse_loss(outputs, targets),
    };

    private static Sequential Build(Activation activation, int[] widths)
    {
        var modules = new List<nn.Module<Tensor, Tensor>>();
        for (var l = 1; l < widths.Length; l++)
        {
            modules.Add(nn.Linear(widths[l - 1], widths[l]));
            if (l < widths.Length - 1 && activation != Activation.Identity)
                modules.Add(activation switch { Activation.Relu => nn.ReLU(), Activation.Tanh => nn.Tanh(), _ => nn.Sigmoid() });
        }

        return nn.Sequential(modules);
    }
}
