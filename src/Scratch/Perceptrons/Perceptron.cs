using System.Numerics;
using System.Runtime.InteropServices;
using NeuralNets.Scratch.Randomness;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>
/// A network of fully connected layers in plain C#, with gradients derived by hand. A step allocates nothing.
/// <code>
/// var net = new Perceptron&lt;float&gt;(Activation.Relu, 1, 10, 1);
/// var sgd = new Sgd&lt;float&gt;(lr: 0.1);
/// for (var epoch = 1; epoch &lt;= 1000; epoch++)
/// {
///     var loss = net.Backward(samples, Loss.MeanSquaredError);
///     sgd.Step(net);
/// }
/// </code>
/// </summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <remarks>
/// Back-propagation: Rumelhart, Hinton, Williams, "Learning representations by back-propagating errors", Nature 323, 1986.
/// </remarks>
public sealed partial class Perceptron<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>About as many vectors of a network's activations at once as stay near the processor.</summary>
    private const int VectorsAtOnce = 16384;

    private readonly Layer[] layers;
    private readonly Vector<T>[] parameters;
    private readonly Vector<T>[] gradients;
    private readonly Vector<T>[] slopes;
    private readonly int units;
    private Vector<T>[] activations = [];
    private Vector<T>[] outputSlopes = [];

    /// <summary>A network of given layers, all parameters zero.</summary>
    /// <param name="layers">The layers, from the inputs on; each has as many inputs as the one before has units.</param>
    /// <exception cref="ArgumentException">There is no layer, a layer has no input or no unit, or two do not fit.</exception>
    public Perceptron(params IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        this.layers = [.. layers];
        if (this.layers.Length == 0)
            throw new ArgumentException("Found no layer. A network has at least one.", nameof(layers));
        foreach (var (layer, next) in this.layers.Zip(this.layers.Skip(1).Append(new(this.layers[^1].Units, 1, Activation.Identity))))
        {
            if (layer.Inputs < 1 || layer.Units < 1 || layer.Units != next.Inputs)
                throw new ArgumentException(
                    $"Found {layer} before {next}. Expected at least 1 of each, and as many inputs as units before.", nameof(layers));
        }

        units = this.layers.Sum(layer => layer.Units);
        ParameterCount = this.layers.Sum(layer => layer.ParameterCount);
        parameters = new Vector<T>[(ParameterCount + Vector<T>.Count - 1) / Vector<T>.Count];
        gradients = new Vector<T>[parameters.Length];
        slopes = new Vector<T>[ParameterCount];
    }

    /// <summary>A network whose hidden layers share one activation and whose outputs are plain sums, all parameters zero.</summary>
    /// <param name="hidden">The activation of the hidden layers.</param>
    /// <param name="widths">Number of inputs, of units in each hidden layer, and of outputs: at least two numbers.</param>
    /// <exception cref="ArgumentException">There are fewer than two widths, or one is less than 1.</exception>
    public Perceptron(Activation hidden, params int[] widths)
        : this(LayersOf(hidden, widths))
    {
    }

    /// <summary>The layers, from the inputs on.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <summary>Number of weights and biases.</summary>
    public int ParameterCount { get; }

    /// <summary>
    /// Layer by layer the weights, unit by unit, and the biases: torch's order, in which <c>parameters()</c> gives shapes
    /// [units, inputs] and [units].
    /// </summary>
    public Span<T> Parameters => MemoryMarshal.Cast<Vector<T>, T>(parameters.AsSpan())[..ParameterCount];

    /// <summary>The derivatives of the loss by the parameters, in their order, as the last <see cref="Backward"/> found them.</summary>
    public ReadOnlySpan<T> Gradients => MemoryMarshal.Cast<Vector<T>, T>(gradients.AsSpan())[..ParameterCount];

    /// <summary>The parameters, filled up to whole vectors.</summary>
    internal Span<Vector<T>> ParameterVectors => parameters;

    /// <summary>The gradients, filled up to whole vectors by zeros.</summary>
    internal ReadOnlySpan<Vector<T>> GradientVectors => gradients;

    /// <summary>Gives all parameters the numbers that torch's <c>Linear</c> begins with, in the same order from the same seed.</summary>
    /// <param name="random">Torch's generator.</param>
    public void Initialise(TorchRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var rest = Parameters;
        foreach (var layer in layers)
        {
            var spread = Math.Sqrt(2.0 / (1 + 5)) / Math.Sqrt(layer.Inputs); // As torch rounds 1 / √3n: He's gain for a leak of √5.
            random.Uniform(rest[..(layer.Inputs * layer.Units)], Math.Sqrt(3) * spread);
            random.Uniform(rest[(layer.Inputs * layer.Units)..layer.ParameterCount], 1 / Math.Sqrt(layer.Inputs));
            rest = rest[layer.ParameterCount..];
        }
    }

    /// <summary>Measures the loss, and finds its derivatives by all parameters: <see cref="Gradients"/>.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="loss">What is measured.</param>
    /// <param name="outputs">Room for the outputs before any step, sample by sample: n · outputs numbers; empty if not wanted.</param>
    /// <returns>The loss, before any step.</returns>
    /// <exception cref="ArgumentException">
    /// The samples have another number of features or targets than the network, or the room is too small.
    /// </exception>
    public double Backward(Samples<T> samples, Loss loss, Span<T> outputs = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var width = Prepare(samples, loss);
        slopes.AsSpan().Clear();
        var sum = 0.0;
        for (var begin = 0; begin < samples.Stride; begin += width)
        {
            var piece = Math.Min(width, samples.Stride - begin);
            Forward(samples.From(begin), piece);
            if (!outputs.IsEmpty)
                CopyOutputs(begin, piece, samples.Count, outputs);
            sum += MeasurePiece(samples, loss, begin, piece);
            PullBack(samples.From(begin), piece);
        }

        var divisor = Losses.Divisor(loss, samples.Count, layers[^1].Units);
        var gradient = MemoryMarshal.Cast<Vector<T>, T>(gradients.AsSpan());
        for (var i = 0; i < slopes.Length; i++)
            gradient[i] = Vector.Sum(slopes[i]) / T.CreateChecked(divisor);
        return sum / divisor;
    }

    private static Layer[] LayersOf(Activation hidden, int[] widths)
    {
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Length < 2)
            throw new ArgumentException($"Found {widths.Length} width(s). Expected at least two: inputs and outputs.", nameof(widths));
        return [.. widths.Skip(1).Select((to, i) => new Layer(widths[i], to, i == widths.Length - 2 ? Activation.Identity : hidden))];
    }

    private int Prepare(Samples<T> samples, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var width = Prepare(samples);
        if (samples.Targets != (loss == Loss.CrossEntropy ? 1 : layers[^1].Units))
            throw new ArgumentException(
                $"Found {samples.Targets} target(s) for {layers[^1].Units} output(s) and the loss {loss}.", nameof(samples));
        return width;
    }

    /// <summary>Makes room, if this is the first time or the samples are more than before.</summary>
    /// <returns>How many vectors of samples to work on at once.</returns>
    private int Prepare(Samples<T> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Features != layers[0].Inputs)
            throw new ArgumentException($"Found {samples.Features} feature(s) for {layers[0].Inputs} input(s).", nameof(samples));
        var most = Math.Max(VectorsAtOnce / units / Kernels.Unrolled, 2) * Kernels.Unrolled;
        var width = Math.Min(samples.Stride, most);
        if (activations.Length < units * width)
            (activations, outputSlopes) = (new Vector<T>[units * width], new Vector<T>[layers[^1].Units * width]);
        return width;
    }
}
