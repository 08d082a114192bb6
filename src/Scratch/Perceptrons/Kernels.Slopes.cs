using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNets.Scratch.Perceptrons;

/// <content>The derivatives by weights and biases.</content>
internal static partial class Kernels
{
    /// <summary>Adds to slope(j, i) the products of row j of one block with row i of the other, and to sums[j] row j.</summary>
    /// <remarks>What is added is not yet summed over lanes.</remarks>
    /// <param name="slopes">One vector for each pair of rows: j · source rows + i.</param>
    /// <param name="sums">One vector for each row j.</param>
    /// <param name="pulled">Rows j, one after the other.</param>
    /// <param name="source">Rows i.</param>
    /// <param name="width">Length of a row, in vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts<T>(
        Span<Vector<T>> slopes, Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> pulled, Rows<T> source, int width)
    {
        if (source.Count == 1)
        {
            AddProductsAndSums(slopes, sums, pulled, source.Row(0, width));
            return;
        }

        for (var row = 0; row < sums.Length; row++)
        {
            var p = pulled.Slice(row * width, width);
            var own = slopes.Slice(row * source.Count, source.Count);
            var i = 0;
            for (; i + 4 <= own.Length; i += 4)
                AddFour(
                    own.Slice(i, 4), p,
                    source.Row(i, width), source.Row(i + 1, width), source.Row(i + 2, width), source.Row(i + 3, width));
            for (; i < own.Length - 1; i++)
                AddProduct(ref own[i], p, source.Row(i, width));
            if (i < own.Length)
                AddProductsAndSums(own[i..], sums.Slice(row, 1), p, source.Row(i, width));
            else
                AddSum(ref sums[row], p);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour<T>(
        Span<Vector<T>> slopes, ReadOnlySpan<Vector<T>> p,
        ReadOnlySpan<Vector<T>> x0, ReadOnlySpan<Vector<T>> x1, ReadOnlySpan<Vector<T>> x2, ReadOnlySpan<Vector<T>> x3)
    {
        var (a0, a1, a2, a3) = (slopes[0], slopes[1], slopes[2], slopes[3]);
        for (var k = 0; k < p.Length; k++)
        {
            a0 = MultiplyAdd(p[k], x0[k], a0);
            a1 = MultiplyAdd(p[k], x1[k], a1);
            a2 = MultiplyAdd(p[k], x2[k], a2);
            a3 = MultiplyAdd(p[k], x3[k], a3);
        }

        (slopes[0], slopes[1], slopes[2], slopes[3]) = (a0, a1, a2, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProduct<T>(ref Vector<T> slope, ReadOnlySpan<Vector<T>> p, ReadOnlySpan<Vector<T>> x)
    {
        var (even, odd) = (slope, Vector<T>.Zero);
        for (var k = 0; k < p.Length; k += Unrolled)
            (even, odd) = (MultiplyAdd(p[k], x[k], even), MultiplyAdd(p[k + 1], x[k + 1], odd));
        slope = even + odd;
    }

    /// <summary>Both, of one row i: each row j is read once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProductsAndSums<T>(
        Span<Vector<T>> slopes, Span<Vector<T>> sums, ReadOnlySpan<Vector<T>> pulled, ReadOnlySpan<Vector<T>> x)
    {
        for (var row = 0; row < sums.Length; row++)
        {
            var p = pulled.Slice(row * x.Length, x.Length);
            var (even, odd) = (slopes[row], Vector<T>.Zero);
            var (evenSum, oddSum) = (sums[row], Vector<T>.Zero);
            for (var k = 0; k < p.Length; k += Unrolled)
            {
                (even, odd) = (MultiplyAdd(p[k], x[k], even), MultiplyAdd(p[k + 1], x[k + 1], odd));
                (evenSum, oddSum) = (evenSum + p[k], oddSum + p[k + 1]);
            }

            (slopes[row], sums[row]) = (even + odd, evenSum + oddSum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSum<T>(ref Vector<T> sum, ReadOnlySpan<Vector<T>> p)
    {
        foreach (var vector in p)
            sum += vector;
    }
}
