using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>
/// The products of a layer, row by row: a row has a number of each sample, in vectors. Sums stay in registers, as many at once as
/// hide how long an addition takes.
/// </summary>
/// <remarks>Here and elsewhere loops over vectors are optimised when they are first called, not only after a while.</remarks>
internal static partial class Kernels
{
    /// <summary>The length of a row, in vectors, is a multiple of this.</summary>
    public const int Unrolled = 2;

    /// <summary>Target row j becomes the finish of first[j] + Σᵢ weight(j, i) · source row i.</summary>
    /// <param name="target">The rows to write, one after the other.</param>
    /// <param name="first">What each row's sum begins with; empty for 0.</param>
    /// <param name="weights">One for each row of target and of source.</param>
    /// <param name="source">The rows to sum.</param>
    /// <param name="width">Length of a row, in vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine<T, TFinish>(
        Span<Vector<T>> target, ReadOnlySpan<T> first, Weights<T> weights, Rows<T> source, int width)
        where TFinish : struct, IFinish
    {
        if (source.Count == 1)
        {
            Scale<T, TFinish>(target, first, weights, source.Row(0, width));
            return;
        }

        var rows = target.Length / width;
        var row = 0;
        for (; row + 4 <= rows; row += 4)
            CombineFour<T, TFinish>(
                target.Slice(row * width, 4 * width), first.IsEmpty ? first : first.Slice(row, 4), weights.From(row), source, width);

        for (; row < rows; row++)
            CombineOne<T, TFinish>(target.Slice(row * width, width), First(first, row), weights.From(row), source);
    }

    /// <summary>a · b + c, in one instruction where the processor has it; a browser's interpreter would go lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> MultiplyAdd<T>(Vector<T> a, Vector<T> b, Vector<T> c)
    {
        if (OperatingSystem.IsBrowser())
            return (a * b) + c;
        if (typeof(T) == typeof(float))
            return Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>();
        if (typeof(T) == typeof(double))
            return Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
        return (a * b) + c;
    }

    /// <summary>Four target rows, two vectors of each at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CombineFour<T, TFinish>(
        Span<Vector<T>> target, ReadOnlySpan<T> first, Weights<T> weights, Rows<T> source, int width)
        where TFinish : struct, IFinish
    {
        var numbers = weights.Numbers;
        var from = source.Vectors;
        var down = weights.Down;
        for (var k = 0; k < width; k += Unrolled)
        {
            Vector<T> a0 = default, a1 = default, a2 = default, a3 = default;
            if (!first.IsEmpty)
                (a0, a1, a2, a3) = (new(first[0]), new(first[1]), new(first[2]), new(first[3]));
            var (b0, b1, b2, b3) = (a0, a1, a2, a3);
            for (int i = 0, at = k, w = 0; i < source.Count; i++, at += source.Stride, w += weights.Across)
            {
                var (x, y) = (from[at], from[at + 1]);
                var (w0, w1) = (new Vector<T>(numbers[w]), new Vector<T>(numbers[w + down]));
                var (w2, w3) = (new Vector<T>(numbers[w + (2 * down)]), new Vector<T>(numbers[w + (3 * down)]));
                (a0, b0) = (MultiplyAdd(w0, x, a0), MultiplyAdd(w0, y, b0));
                (a1, b1) = (MultiplyAdd(w1, x, a1), MultiplyAdd(w1, y, b1));
                (a2, b2) = (MultiplyAdd(w2, x, a2), MultiplyAdd(w2, y, b2));
                (a3, b3) = (MultiplyAdd(w3, x, a3), MultiplyAdd(w3, y, b3));
            }

            Write<T, TFinish>(target, k, a0, b0);
            Write<T, TFinish>(target, width + k, a1, b1);
            Write<T, TFinish>(target, (2 * width) + k, a2, b2);
            Write<T, TFinish>(target, (3 * width) + k, a3, b3);
        }
    }

    /// <summary>One target row, from two source rows at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CombineOne<T, TFinish>(Span<Vector<T>> target, Vector<T> first, Weights<T> weights, Rows<T> source)
        where TFinish : struct, IFinish
    {
        var numbers = weights.Numbers;
        var from = source.Vectors;
        var (across, stride) = (weights.Across, source.Stride);
        for (var k = 0; k < target.Length; k += Unrolled)
        {
            var (a, b, c, d) = (first, first, Vector<T>.Zero, Vector<T>.Zero);
            var (at, w) = (k, 0);
            for (var i = 1; i < source.Count; i += 2, at += 2 * stride, w += 2 * across)
            {
                var (w0, w1) = (new Vector<T>(numbers[w]), new Vector<T>(numbers[w + across]));
                (a, b) = (MultiplyAdd(w0, from[at], a), MultiplyAdd(w0, from[at + 1], b));
                (c, d) = (MultiplyAdd(w1, from[at + stride], c), MultiplyAdd(w1, from[at + stride + 1], d));
            }

            if (source.Count % 2 == 1)
            {
                var last = new Vector<T>(numbers[w]);
                (a, b) = (MultiplyAdd(last, from[at], a), MultiplyAdd(last, from[at + 1], b));
            }

            Write<T, TFinish>(target, k, a + c, b + d);
        }
    }

    /// <summary>All target rows from one source row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<T, TFinish>(
        Span<Vector<T>> target, ReadOnlySpan<T> first, Weights<T> weights, ReadOnlySpan<Vector<T>> source)
        where TFinish : struct, IFinish
    {
        var numbers = weights.Numbers;
        for (var row = 0; target.Length > 0; row++, target = target[source.Length..])
        {
            var (begin, factor) = (First(first, row), new Vector<T>(numbers[row * weights.Down]));
            var to = target[..source.Length];
            for (var k = 0; k < source.Length; k++)
                to[k] = TFinish.Of(MultiplyAdd(factor, source[k], begin), to[k]);
        }
    }

    private static Vector<T> First<T>(ReadOnlySpan<T> first, int row) => first.IsEmpty ? Vector<T>.Zero : new(first[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<T, TFinish>(Span<Vector<T>> target, int at, Vector<T> one, Vector<T> next)
        where TFinish : struct, IFinish
    {
        target[at] = TFinish.Of(one, target[at]);
        target[at + 1] = TFinish.Of(next, target[at + 1]);
    }
}
