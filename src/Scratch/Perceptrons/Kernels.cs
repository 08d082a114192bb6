using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>
/// The products of a layer. They work on rows of vectors, one row for each unit, and keep the sums of four rows in registers.
/// </summary>
/// <remarks>Here and elsewhere loops over vectors are optimised when they are first called, not only after a while.</remarks>
internal static class Kernels
{
    /// <summary>The length of a row, in vectors, is a multiple of this.</summary>
    public const int Unrolled = 2;

    /// <summary>Target row j becomes first[j] + Σᵢ weight(j, i) · source row i.</summary>
    /// <param name="target">The rows to write, one after the other.</param>
    /// <param name="first">What each row's sum begins with; empty for 0.</param>
    /// <param name="weights">One for each row of target and of source.</param>
    /// <param name="down">Steps from a weight to that of the next target row.</param>
    /// <param name="across">Steps from a weight to that of the next source row.</param>
    /// <param name="source">The rows to sum.</param>
    /// <param name="stride">Vectors from one source row to the next.</param>
    /// <param name="rows">Number of target rows.</param>
    /// <param name="columns">Number of source rows.</param>
    /// <param name="width">Length of a row, in vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine<T>(
        Span<Vector<T>> target, ReadOnlySpan<T> first, ReadOnlySpan<T> weights, int down, int across,
        ReadOnlySpan<Vector<T>> source, int stride,
        int rows, int columns, int width)
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            for (var k = 0; k < width; k += Unrolled)
            {
                var (a0, a1, a2, a3) = (First(first, row), First(first, row + 1), First(first, row + 2), First(first, row + 3));
                var (b0, b1, b2, b3) = (a0, a1, a2, a3);
                for (int i = 0, at = k, w = row * down; i < columns; i++, at += stride, w += across)
                {
                    var (x, y) = (source[at], source[at + 1]);
                    var (w0, w1) = (new Vector<T>(weights[w]), new Vector<T>(weights[w + down]));
                    var (w2, w3) = (new Vector<T>(weights[w + (2 * down)]), new Vector<T>(weights[w + (3 * down)]));
                    (a0, b0) = (MultiplyAdd(w0, x, a0), MultiplyAdd(w0, y, b0));
                    (a1, b1) = (MultiplyAdd(w1, x, a1), MultiplyAdd(w1, y, b1));
                    (a2, b2) = (MultiplyAdd(w2, x, a2), MultiplyAdd(w2, y, b2));
                    (a3, b3) = (MultiplyAdd(w3, x, a3), MultiplyAdd(w3, y, b3));
                }

                var to = target[((row * width) + k)..];
                (to[0], to[1]) = (a0, b0);
                (to[width], to[width + 1]) = (a1, b1);
                (to[2 * width], to[(2 * width) + 1]) = (a2, b2);
                (to[3 * width], to[(3 * width) + 1]) = (a3, b3);
            }
        }

        for (; row < rows; row++)
        {
            for (var k = 0; k < width; k += Unrolled)
            {
                var a = First(first, row);
                var b = a;
                for (int i = 0, at = k, w = row * down; i < columns; i++, at += stride, w += across)
                {
                    var weight = new Vector<T>(weights[w]);
                    (a, b) = (MultiplyAdd(weight, source[at], a), MultiplyAdd(weight, source[at + 1], b));
                }

                (target[(row * width) + k], target[(row * width) + k + 1]) = (a, b);
            }
        }
    }

    /// <summary>Adds to slope(j, i) the products of row j of one block with row i of the other, not yet summed over lanes.</summary>
    /// <param name="slopes">One vector for each pair of rows: j · columns + i.</param>
    /// <param name="pulled">Rows j, one after the other.</param>
    /// <param name="source">Rows i.</param>
    /// <param name="stride">Vectors from one source row to the next.</param>
    /// <param name="rows">Number of rows j.</param>
    /// <param name="columns">Number of rows i.</param>
    /// <param name="width">Length of a row, in vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts<T>(
        Span<Vector<T>> slopes, ReadOnlySpan<Vector<T>> pulled, ReadOnlySpan<Vector<T>> source, int stride, int rows, int columns,
        int width)
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            var p0 = pulled.Slice(row * width, width);
            var p1 = pulled.Slice((row + 1) * width, width);
            var p2 = pulled.Slice((row + 2) * width, width);
            var p3 = pulled.Slice((row + 3) * width, width);
            for (var i = 0; i < columns; i++)
            {
                var x = source.Slice(i * stride, width);
                var at = slopes[((row * columns) + i)..];
                var (a0, a1, a2, a3) = (at[0], at[columns], at[2 * columns], at[3 * columns]);
                for (var k = 0; k < x.Length; k++)
                {
                    a0 = MultiplyAdd(p0[k], x[k], a0);
                    a1 = MultiplyAdd(p1[k], x[k], a1);
                    a2 = MultiplyAdd(p2[k], x[k], a2);
                    a3 = MultiplyAdd(p3[k], x[k], a3);
                }

                (at[0], at[columns], at[2 * columns], at[3 * columns]) = (a0, a1, a2, a3);
            }
        }

        for (; row < rows; row++)
        {
            var p = pulled.Slice(row * width, width);
            for (var i = 0; i < columns; i++)
                slopes[(row * columns) + i] = AddProduct(slopes[(row * columns) + i], p, source.Slice(i * stride, width));
        }
    }

    /// <summary>Adds each row's vectors to its sum, not yet summed over lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows<T>(Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> rows, int width)
    {
        for (var row = 0; row < sums.Length; row++)
        {
            var sum = sums[row];
            foreach (var vector in rows.Slice(row * width, width))
                sum += vector;
            sums[row] = sum;
        }
    }

    /// <summary>a · b + c, in one instruction where the processor has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> MultiplyAdd<T>(Vector<T> a, Vector<T> b, Vector<T> c)
    {
        if (typeof(T) == typeof(float))
            return Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>();
        if (typeof(T) == typeof(double))
            return Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
        return (a * b) + c;
    }

    private static Vector<T> AddProduct<T>(Vector<T> sum, ReadOnlySpan<Vector<T>> a, ReadOnlySpan<Vector<T>> b)
    {
        var other = Vector<T>.Zero;
        for (var k = 0; k + 1 < a.Length; k += 2)
            (sum, other) = (MultiplyAdd(a[k], b[k], sum), MultiplyAdd(a[k + 1], b[k + 1], other));
        return sum + other;
    }

    private static Vector<T> First<T>(ReadOnlySpan<T> first, int row) => first.IsEmpty ? Vector<T>.Zero : new(first[row]);
}
