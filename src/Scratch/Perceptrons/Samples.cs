using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>
/// Samples as a perceptron reads them: one row for each feature and each target, so that neighbouring numbers are
/// neighbouring samples and one instruction works on several.
/// </summary>
/// <typeparam name="T">Single or double precision.</typeparam>
public sealed class Samples<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T>[] rows;

    /// <summary>Room for samples, all zero: a batch that <see cref="Gather"/> fills.</summary>
    /// <param name="count">Number of samples, at least 1.</param>
    /// <param name="features">Number of features, at least 1.</param>
    /// <param name="targets">Number of targets; 1 where the target is a class.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the three is less than 1.</exception>
    public Samples(int count, int features, int targets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targets, 1);
        (Count, Features, Targets) = (count, features, targets);
        var lanes = Vector<T>.Count * Kernels.Unrolled;
        Stride = (count + lanes - 1) / lanes * Kernels.Unrolled;
        rows = new Vector<T>[(features + targets) * Stride];
    }

    /// <summary>Samples from tables.</summary>
    /// <param name="x">The features, sample by sample: n · features numbers.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="y">The targets, sample by sample: n · targets numbers.</param>
    /// <param name="targets">Number of targets.</param>
    /// <exception cref="ArgumentException">The numbers of numbers do not fit.</exception>
    public Samples(ReadOnlySpan<T> x, int features, ReadOnlySpan<T> y, int targets)
        : this(x.Length / Math.Max(features, 1), features, targets)
    {
        if (x.Length != Count * features || y.Length != Count * targets)
            throw new ArgumentException(
                $"Found {x.Length} numbers for {features} feature(s) and {y.Length} for {targets} target(s). "
                + "Expected as many samples of both.");
        for (var i = 0; i < x.Length; i++)
            Row(i % features)[i / features] = x[i];
        for (var i = 0; i < y.Length; i++)
            Row(features + (i % targets))[i / targets] = y[i];
    }

    /// <summary>Number of samples.</summary>
    public int Count { get; private set; }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>Number of targets.</summary>
    public int Targets { get; }

    /// <summary>Vectors from the begin of a row to that of the next.</summary>
    internal int Stride { get; }

    /// <summary>The targets, row after row.</summary>
    internal ReadOnlySpan<Vector<T>> Y => rows.AsSpan(Features * Stride);

    /// <summary>Makes this a batch: takes over some samples of a larger set.</summary>
    /// <param name="from">The set, with as many features and targets.</param>
    /// <param name="indices">Which of its samples; at most as many as this batch was made for.</param>
    /// <exception cref="ArgumentException">There are too many, or the sets have other features or targets.</exception>
    public void Gather(Samples<T> from, ReadOnlySpan<int> indices)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (indices.Length < 1 || indices.Length > Stride * Vector<T>.Count || from.Features != Features || from.Targets != Targets)
            throw new ArgumentException(
                $"Found {indices.Length} samples of {from.Features} feature(s) and {from.Targets} target(s). "
                + $"Expected 1 to {Stride * Vector<T>.Count} of {Features} and {Targets}.");
        for (var row = 0; row < Features + Targets; row++)
        {
            var source = from.Row(row);
            var target = Row(row);
            for (var i = 0; i < indices.Length; i++)
                target[i] = source[indices[i]];
        }

        Count = indices.Length;
    }

    /// <summary>The features of the samples from a vector of them on.</summary>
    internal Rows<T> From(int vector) => new(rows.AsSpan(vector, (Features * Stride) - vector), Stride, Features);

    private Span<T> Row(int row) => MemoryMarshal.Cast<Vector<T>, T>(rows.AsSpan(row * Stride, Stride));
}
