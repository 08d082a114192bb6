using NeuralNets.Scratch.Optimizers;
using NeuralNets.Scratch.Perceptrons;
using NeuralNets.Scratch.Randomness;

namespace NeuralNets.Page.Playground;

/// <summary>
/// A network that learns a problem, in double precision. It begins with the numbers that torch's single precision gives the same
/// layers after the same seed, as the chapter's networks do.
/// </summary>
internal sealed partial class Run
{
    private const int MostParameters = 1_000_000;

    private readonly Problem problem;
    private readonly Loss loss;
    private readonly Optimizer<double> optimizer;
    private readonly Samples<double> training;
    private readonly Samples<double>? heldOut;
    private readonly Samples<double>? truth;
    private readonly Samples<double> batch;
    private readonly int batchSize;
    private readonly int[] order;
    private readonly Random shuffling;

    /// <summary>A network that has not yet learned.</summary>
    /// <exception cref="ArgumentException">A width, the batch or the seed is out of range.</exception>
    public Run(Problem problem, Settings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Batch);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Seed);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Drawn);
        this.problem = problem;
        loss = problem.HasClasses ? Loss.CrossEntropy : settings.Loss;
        training = problem.ToSamples(problem.Training)!;
        heldOut = problem.ToSamples(problem.HeldOut);
        truth = problem.TrueSamples();
        Network = Begin(settings, [problem.Features, .. settings.Hidden, problem.Outputs]);
        optimizer = Make(settings);
        order = [.. Enumerable.Range(0, training.Count)];
        shuffling = new(settings.Seed);
        batchSize = settings.Batch == 0 ? training.Count : Math.Min(settings.Batch, training.Count);
        batch = batchSize == training.Count ? training : new(batchSize, training.Features, training.Targets);
    }

    /// <summary>The network.</summary>
    public Perceptron<double> Network { get; }

    /// <summary>Number of steps that see every point once.</summary>
    public int StepsAnEpoch => (training.Count + batchSize - 1) / batchSize;

    /// <summary>Steps taken so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The learning rate, which may change between steps.</summary>
    public double Rate
    {
        get => optimizer.LearningRate;
        set => optimizer.LearningRate = value;
    }

    /// <summary>The loss over all points to learn from.</summary>
    public double TrainingLoss => Network.Measure(training, loss);

    /// <summary>The loss over the points held out; not a number where there are none.</summary>
    public double HeldOutLoss => heldOut is null ? double.NaN : Network.Measure(heldOut, loss);

    /// <summary>The mean square of the distance from the curve without noise; not a number where the curve is not known.</summary>
    public double TrueLoss => truth is null ? double.NaN : Network.Measure(truth, Loss.MeanSquaredError);

    /// <summary>Gives the network other parameters.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than it has.</exception>
    public void Set(double[] parameters)
    {
        if (parameters.Length != Network.ParameterCount)
            throw new ArgumentException($"Found {parameters.Length} numbers. Expected {Network.ParameterCount}.");
        parameters.CopyTo(Network.Parameters);
    }

    /// <summary>Takes a step.</summary>
    public void Step()
    {
        if (batch != training)
            Fill(Steps % StepsAnEpoch);
        Network.Backward(batch, loss);
        optimizer.Step(Network);
        Steps++;
    }

    /// <summary>The next batch; each epoch goes through the points in an order of its own, and its last batch has what is left.</summary>
    private void Fill(int index)
    {
        if (index == 0)
            shuffling.Shuffle(order);
        var begin = index * batchSize;
        batch.Gather(training, order.AsSpan(begin, Math.Min(batchSize, order.Length - begin)));
    }

    private static Perceptron<double> Begin(Settings settings, int[] widths)
    {
        if (widths.FirstOrDefault(units => units < 1, defaultValue: 1) is < 1 and var none)
            throw new ArgumentException($"Found a layer of {none} units. Expected at least 1.");
        var weights = widths.Zip(widths.Skip(1)).Sum(layer => (layer.First + 1L) * layer.Second);
        if (weights > MostParameters)
            throw new ArgumentException($"Found {weights} weights. Expected at most {MostParameters}.");

        var random = new TorchRandom((uint)settings.Seed);
        random.Uniform(new float[settings.Drawn], 1);
        var first = new Perceptron<float>(settings.Activation, widths);
        first.Initialise(random);
        var network = new Perceptron<double>(settings.Activation, widths);
        for (var i = 0; i < network.ParameterCount; i++)
            network.Parameters[i] = first.Parameters[i];
        return network;
    }

    private static Optimizer<double> Make(Settings settings) => settings.Optimizer switch
    {
        OptimizerKind.Sgd => new Sgd<double>(settings.Rate, settings.Momentum, settings.Decay),
        OptimizerKind.RmsProp => new RmsProp<double>(settings.Rate, weightDecay: settings.Decay),
        OptimizerKind.Adam => new Adam<double>(settings.Rate, weightDecay: settings.Decay),
        OptimizerKind.AdamW => new AdamW<double>(settings.Rate, weightDecay: settings.Decay),
        _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Optimizer, "There is no such optimizer."),
    };
}
