using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNets.Scratch.Optimizers;

/// <summary>
/// Momentum over a running size, both corrected for their start at 0: m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)g², then
/// p ← p − η · m / (1 − β₁ᵗ) / (√(s / (1 − β₂ᵗ)) + ε).
/// </summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <param name="lr">The learning rate η.</param>
/// <param name="beta1">The share β₁ of the past in the mean.</param>
/// <param name="beta2">The share β₂ of the past in the size.</param>
/// <param name="eps">The number ε that keeps the quotient finite.</param>
/// <param name="weightDecay">Share of each parameter that is added to its gradient.</param>
/// <remarks>Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015.</remarks>
public class Adam<T>(double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weightDecay = 0)
    : Optimizer<T>(lr, weightDecay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override int Memories => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Move(Span<Vector<T>> parameters, ReadOnlySpan<Vector<T>> gradients, Vector<T> decay)
    {
        var rate = Vector(LearningRate / (1 - Math.Pow(beta1, Steps)));
        var size = Vector(1 / Math.Sqrt(1 - Math.Pow(beta2, Steps)));
        var (past1, present1, past2, present2, tiny) = (Vector(beta1), Vector(1 - beta1), Vector(beta2), Vector(1 - beta2), Vector(eps));
        var means = Memory(0);
        var squares = Memory(1);
        for (var i = 0; i < parameters.Length; i++)
        {
            var g = gradients[i] + (decay * parameters[i]);
            means[i] = (past1 * means[i]) + (present1 * g);
            squares[i] = (past2 * squares[i]) + (present2 * g * g);
            parameters[i] -= rate * means[i] / ((System.Numerics.Vector.SquareRoot(squares[i]) * size) + tiny);
        }
    }
}
