using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNets.Scratch.Optimizers;

/// <summary>
/// Adam whose weight decay does not pass through Adam's division: p ← p − ηλp, then <see cref="Adam{T}"/>'s step by the gradient alone.
/// </summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <param name="lr">The learning rate η.</param>
/// <param name="beta1">The share β₁ of the past in the mean.</param>
/// <param name="beta2">The share β₂ of the past in the size.</param>
/// <param name="eps">The number ε that keeps the quotient finite.</param>
/// <param name="weightDecay">The decay λ.</param>
/// <remarks>Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019.</remarks>
public sealed class AdamW<T>(double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weightDecay = 0.01)
    : Adam<T>(lr, beta1, beta2, eps, weightDecay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Move(Span<Vector<T>> parameters, ReadOnlySpan<Vector<T>> gradients, Vector<T> decay)
    {
        var kept = Vector<T>.One - (Vector(LearningRate) * decay);
        foreach (ref var parameter in parameters)
            parameter *= kept;
        base.Move(parameters, gradients, Vector<T>.Zero);
    }
}
