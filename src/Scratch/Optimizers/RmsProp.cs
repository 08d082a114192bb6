using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNets.Scratch.Optimizers;

/// <summary>Divides each gradient by its recent size: s ← αs + (1 − α)g², then p ← p − ηg / (√s + ε).</summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <param name="lr">The learning rate η.</param>
/// <param name="alpha">The share α of the past.</param>
/// <param name="eps">The number ε that keeps the quotient finite.</param>
/// <param name="weightDecay">Share of each parameter that is added to its gradient.</param>
/// <remarks>Tieleman and Hinton, "Lecture 6.5", Coursera, 2012.</remarks>
public sealed class RmsProp<T>(double lr, double alpha = 0.99, double eps = 1e-8, double weightDecay = 0) : Optimizer<T>(lr, weightDecay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override int Memories => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Move(Span<Vector<T>> parameters, ReadOnlySpan<Vector<T>> gradients, Vector<T> decay)
    {
        var (rate, past, present, tiny) = (Vector(LearningRate), Vector(alpha), Vector(1 - alpha), Vector(eps));
        var squares = Memory(0);
        for (var i = 0; i < parameters.Length; i++)
        {
            var g = gradients[i] + (decay * parameters[i]);
            squares[i] = (past * squares[i]) + (present * g * g);
            parameters[i] -= rate * g / (System.Numerics.Vector.SquareRoot(squares[i]) + tiny);
        }
    }
}
