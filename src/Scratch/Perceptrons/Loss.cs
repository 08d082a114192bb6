namespace NeuralNets.Scratch.Perceptrons;

/// <summary>What is minimised: a mean over the samples and, where the target is a number, over the outputs.</summary>
public sealed class Loss
{
    private readonly string name;

    private Loss(string name, double bend = 0, double scale = 1) => (this.name, Bend, Scale) = (name, bend, scale);

    /// <summary>Mean of the squared errors.</summary>
    public static Loss MeanSquaredError { get; } = new("mean squared error");

    /// <summary>Mean of the errors' sizes, torch's <c>L1Loss</c>; its slope is the error's sign, and 0 at 0.</summary>
    public static Loss MeanAbsoluteError { get; } = new("mean absolute error");

    /// <summary>Mean of −log of the share that softmax gives to the right class; the target is the number of the class, from 0.</summary>
    public static Loss CrossEntropy { get; } = new("cross-entropy");

    /// <summary>Size of an error beyond which a loss of <see cref="Huber"/>'s kind is straight.</summary>
    internal double Bend { get; }

    /// <summary>Factor of a loss of <see cref="Huber"/>'s kind.</summary>
    internal double Scale { get; }

    /// <summary>Half the squared error up to the size δ, and straight from there, with slope δ (Huber, 1964).</summary>
    /// <param name="delta">The size δ, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not more than 0.</exception>
    public static Loss Huber(double delta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(delta);
        return new($"Huber, δ = {delta}", delta);
    }

    /// <summary>Huber's loss divided by its bend: straight with slope 1 beyond β.</summary>
    /// <param name="beta">The size β, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not more than 0.</exception>
    public static Loss SmoothL1(double beta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beta);
        return new($"smooth L1, β = {beta}", beta, 1 / beta);
    }

    /// <summary>The loss's name.</summary>
    public override string ToString() => name;
}
