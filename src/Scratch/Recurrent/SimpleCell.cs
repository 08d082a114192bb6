using System.Numerics;

namespace NeuralNets.Scratch.Recurrent;

/// <summary>h = tanh(W x + U h + b).</summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <remarks>Elman, "Finding structure in time", Cognitive Science 14, 1990.</remarks>
public sealed class SimpleCell<T> : Cell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override ReadOnlySpan<int> InputBlocks => [0];

    internal override ReadOnlySpan<int> PastBlocks => [0];

    internal override void Forward(
        Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> past, ReadOnlySpan<Vector<T>> keptBefore, Span<Vector<T>> kept,
        Span<Vector<T>> state)
    {
        sums.CopyTo(state);
        Tanh(state);
    }

    internal override void PullBack(
        Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> past, ReadOnlySpan<Vector<T>> keptBefore, ReadOnlySpan<Vector<T>> kept,
        ReadOnlySpan<Vector<T>> state, Span<Vector<T>> pulled, Span<Vector<T>> pulledKept)
    {
        for (var k = 0; k < state.Length; k++)
            sums[k] = pulled[k] * (Vector<T>.One - (state[k] * state[k]));
        pulled.Clear();
    }
}
