using System.Numerics;
using System.Runtime.InteropServices;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Scratch.Optimizers;

/// <summary>Moves a network's parameters by its gradients. It serves one network.</summary>
/// <typeparam name="T">Single or double precision.</typeparam>
public abstract class Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private Vector<T>[][] memories = [];
    private Vector<T>[][] copies = [];
    private int? count;

    /// <summary>An optimizer with a learning rate.</summary>
    /// <param name="lr">The learning rate.</param>
    /// <param name="weightDecay">Share of each parameter that is added to its gradient: an L2 penalty, as in torch.</param>
    protected Optimizer(double lr, double weightDecay) => (LearningRate, WeightDecay) = (lr, weightDecay);

    /// <summary>The learning rate; a schedule may change it between steps.</summary>
    public double LearningRate { get; set; }

    /// <summary>Share of each parameter that is added to its gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>Number of steps taken.</summary>
    public int Steps { get; private set; }

    /// <summary>Numbers that the method remembers for each parameter.</summary>
    protected abstract int Memories { get; }

    /// <summary>Takes a step by the gradients that <see cref="Perceptron{T}.Backward"/> found.</summary>
    /// <param name="net">The network.</param>
    /// <exception cref="ArgumentException">The network has another number of parameters than that of the step before.</exception>
    public void Step(Perceptron<T> net)
    {
        ArgumentNullException.ThrowIfNull(net);
        Take(net.ParameterVectors, net.GradientVectors);
    }

    /// <summary>Takes a step with parameters that lie elsewhere.</summary>
    /// <param name="parameters">The parameters, as many as in the step before.</param>
    /// <param name="gradients">As many derivatives of the loss.</param>
    /// <exception cref="ArgumentException">There are not as many of both, or not as many as in the step before.</exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (parameters.Length != gradients.Length)
            throw new ArgumentException(
                $"Found {gradients.Length} gradients. Expected one for each of {parameters.Length} parameters.", nameof(gradients));
        if (parameters.Length != (count ??= parameters.Length))
            throw new ArgumentException(
                $"Found {parameters.Length} parameters. Expected {count}, as in the step before: an optimizer remembers numbers for each.",
                nameof(parameters));
        if (copies.Length == 0)
            copies = Room(2, (parameters.Length + Vector<T>.Count - 1) / Vector<T>.Count);
        var own = MemoryMarshal.Cast<Vector<T>, T>(copies[0].AsSpan());
        parameters.CopyTo(own);
        gradients.CopyTo(MemoryMarshal.Cast<Vector<T>, T>(copies[1].AsSpan()));
        Take(copies[0], copies[1]);
        own[..parameters.Length].CopyTo(parameters);
    }

    private void Take(Span<Vector<T>> parameters, ReadOnlySpan<Vector<T>> gradients)
    {
        if (Steps == 0)
            memories = Room(Memories, parameters.Length);
        if (memories.Length > 0 && memories[0].Length != parameters.Length)
            throw new ArgumentException(
                "Found another network than before. An optimizer remembers numbers for each parameter of one network.", nameof(parameters));
        Steps++;
        Move(parameters, gradients, Vector(WeightDecay));
    }

    /// <summary>Moves the parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">As many derivatives of the loss.</param>
    /// <param name="decay">The weight decay, in each lane.</param>
    protected abstract void Move(Span<Vector<T>> parameters, ReadOnlySpan<Vector<T>> gradients, Vector<T> decay);

    /// <summary>What the method remembers, zero at first.</summary>
    /// <param name="index">Which number.</param>
    protected Span<Vector<T>> Memory(int index) => memories[index];

    private static Vector<T>[][] Room(int count, int vectors) => [.. Enumerable.Range(0, count).Select(_ => new Vector<T>[vectors])];

    /// <summary>A number in each lane.</summary>
    protected static Vector<T> Vector(double number) => new(T.CreateChecked(number));
}
