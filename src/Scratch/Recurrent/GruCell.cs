using System.Numerics;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Scratch.Recurrent;

/// <summary>h = z ⊙ h + (1 − z) ⊙ n, with the gates r, z of sigmoids and the candidate n = tanh(W x + b + r ⊙ (U h + b′)).</summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <remarks>Cho and others, "Learning phrase representations using RNN encoder–decoder", 2014, section 2.3, as torch has it.</remarks>
public sealed class GruCell<T> : Cell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>r, z, and the two halves of n.</summary>
    internal override ReadOnlySpan<int> InputBlocks => [0, 1, 2, -1];

    internal override ReadOnlySpan<int> PastBlocks => [0, 1, -1, 2];

    internal override void Forward(
        Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> past, ReadOnlySpan<Vector<T>> keptBefore, Span<Vector<T>> kept,
        Span<Vector<T>> state)
    {
        var n = state.Length;
        Sigmoid(sums[..(2 * n)]);
        var candidate = sums.Slice(2 * n, n);
        for (var k = 0; k < n; k++)
            candidate[k] = Kernels.MultiplyAdd(sums[k], sums[(3 * n) + k], candidate[k]);
        Tanh(candidate);
        for (var k = 0; k < n; k++)
            state[k] = Kernels.MultiplyAdd(sums[n + k], past[k] - candidate[k], candidate[k]);
    }

    internal override void PullBack(
        Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> past, ReadOnlySpan<Vector<T>> keptBefore, ReadOnlySpan<Vector<T>> kept,
        ReadOnlySpan<Vector<T>> state, Span<Vector<T>> pulled, Span<Vector<T>> pulledKept)
    {
        var (n, one) = (state.Length, Vector<T>.One);
        for (var k = 0; k < n; k++)
        {
            var (r, z, candidate, fromPast) = (sums[k], sums[n + k], sums[(2 * n) + k], sums[(3 * n) + k]);
            var byCandidate = pulled[k] * (one - z) * (one - (candidate * candidate));
            sums[k] = byCandidate * fromPast * r * (one - r);
            sums[n + k] = pulled[k] * (past[k] - candidate) * z * (one - z);
            sums[(2 * n) + k] = byCandidate;
            sums[(3 * n) + k] = byCandidate * r;
            pulled[k] *= z;
        }
    }
}
