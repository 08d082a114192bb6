using System.Numerics;
using System.Runtime.InteropServices;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Scratch.Recurrent;

/// <summary>
/// What a recurrent layer does at one step with its weighted sums of input and past state, and the way back. All spans are
/// rows of vectors: one row for each unit, neighbouring lanes are neighbouring samples.
/// </summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <remarks>The weights come in blocks, one row for each unit, in torch's order.</remarks>
public abstract class Cell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Each block of sums is made of one of input weights; −1 where it takes none.</summary>
    internal abstract ReadOnlySpan<int> InputBlocks { get; }

    /// <summary>Each block of sums is made of one of weights of the past state; −1 where it takes none.</summary>
    internal abstract ReadOnlySpan<int> PastBlocks { get; }

    /// <summary>Blocks of numbers that are handed from step to step beside the state.</summary>
    internal virtual int Kept => 0;

    /// <summary>One step.</summary>
    /// <param name="sums">The sums, block by block; afterwards what the way back needs of them.</param>
    /// <param name="past">The state before.</param>
    /// <param name="keptBefore">What the step before has kept.</param>
    /// <param name="kept">What this step keeps.</param>
    /// <param name="state">The new state.</param>
    internal abstract void Forward(
        Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> past, ReadOnlySpan<Vector<T>> keptBefore, Span<Vector<T>> kept,
        Span<Vector<T>> state);

    /// <summary>The same step backwards.</summary>
    /// <param name="sums">What <see cref="Forward"/> left of the sums; afterwards the derivatives by them.</param>
    /// <param name="past">The state before.</param>
    /// <param name="keptBefore">What the step before has kept.</param>
    /// <param name="kept">What this step keeps.</param>
    /// <param name="state">The new state.</param>
    /// <param name="pulled">The derivatives by the new state; afterwards those by the past one, but for the way through the sums.</param>
    /// <param name="pulledKept">The derivatives by what is kept, one block; afterwards by what was kept before.</param>
    internal abstract void PullBack(
        Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> past, ReadOnlySpan<Vector<T>> keptBefore, ReadOnlySpan<Vector<T>> kept,
        ReadOnlySpan<Vector<T>> state, Span<Vector<T>> pulled, Span<Vector<T>> pulledKept);

    private protected static void Sigmoid(Span<Vector<T>> rows) => Elementwise.Sigmoid(MemoryMarshal.Cast<Vector<T>, T>(rows));

    private protected static void Tanh(Span<Vector<T>> rows) => Elementwise.Tanh(MemoryMarshal.Cast<Vector<T>, T>(rows));
}
