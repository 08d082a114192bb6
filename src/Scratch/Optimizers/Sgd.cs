using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNets.Scratch.Optimizers;

/// <summary>Gradient descent, with momentum if wanted: v ← μv + g, then p ← p − ηv.</summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <param name="lr">The learning rate η.</param>
/// <param name="momentum">The share μ of the last step that is kept.</param>
/// <param name="weightDecay">Share of each parameter that is added to its gradient.</param>
/// <remarks>Polyak, "Some methods of speeding up the convergence of iteration methods", USSR Comp. Math. 4, 1964.</remarks>
public sealed class Sgd<T>(double lr, double momentum = 0, double weightDecay = 0) : Optimizer<T>(lr, weightDecay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override int Memories => momentum == 0 ? 0 : 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Move(Span<Vector<T>> parameters, ReadOnlySpan<Vector<T>> gradients, Vector<T> decay)
    {
        var (rate, kept) = (Vector(LearningRate), Vector(momentum));
        var velocity = momentum == 0 ? [] : Memory(0);
        for (var i = 0; i < parameters.Length; i++)
        {
            var step = gradients[i] + (decay * parameters[i]);
            if (momentum != 0)
                step = velocity[i] = (kept * velocity[i]) + step;
            parameters[i] -= rate * step;
        }
    }
}
