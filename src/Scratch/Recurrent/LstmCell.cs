using System.Numerics;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Scratch.Recurrent;

/// <summary>c = f ⊙ c + i ⊙ g, h = o ⊙ tanh(c), with three gates i, f, o of sigmoids and a candidate g of a tanh.</summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <remarks>Hochreiter and Schmidhuber, "Long short-term memory", Neural Computation 9, 1997; with the forget gate of Gers, 2000.</remarks>
public sealed class LstmCell<T> : Cell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override ReadOnlySpan<int> InputBlocks => [0, 1, 2, 3];

    internal override ReadOnlySpan<int> PastBlocks => [0, 1, 2, 3];

    /// <summary>The cell c, and tanh(c).</summary>
    internal override int Kept => 2;

    internal override void Forward(
        Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> past, ReadOnlySpan<Vector<T>> keptBefore, Span<Vector<T>> kept,
        Span<Vector<T>> state)
    {
        var n = state.Length;
        Sigmoid(sums[..(2 * n)]);
        Tanh(sums.Slice(2 * n, n));
        Sigmoid(sums[(3 * n)..]);
        var cell = kept[..n];
        var bent = kept[n..];
        for (var k = 0; k < n; k++)
            bent[k] = cell[k] = Kernels.MultiplyAdd(sums[n + k], keptBefore[k], sums[k] * sums[(2 * n) + k]);
        Tanh(bent);
        for (var k = 0; k < n; k++)
            state[k] = sums[(3 * n) + k] * bent[k];
    }

    internal override void PullBack(
        Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> past, ReadOnlySpan<Vector<T>> keptBefore, ReadOnlySpan<Vector<T>> kept,
        ReadOnlySpan<Vector<T>> state, Span<Vector<T>> pulled, Span<Vector<T>> pulledKept)
    {
        var (n, one) = (state.Length, Vector<T>.One);
        for (var k = 0; k < n; k++)
        {
            var (i, f, g, o) = (sums[k], sums[n + k], sums[(2 * n) + k], sums[(3 * n) + k]);
            var bent = kept[n + k];
            var byCell = pulledKept[k] + (pulled[k] * o * (one - (bent * bent)));
            sums[k] = byCell * g * i * (one - i);
            sums[n + k] = byCell * keptBefore[k] * f * (one - f);
            sums[(2 * n) + k] = byCell * i * (one - (g * g));
            sums[(3 * n) + k] = pulled[k] * bent * o * (one - o);
            pulledKept[k] = byCell * f;
        }

        pulled.Clear();
    }
}
