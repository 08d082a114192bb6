using System.Numerics;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Scratch.Recurrent;

/// <summary>The products of a step, on short rows of vectors: four weights are held against two vectors at a time.</summary>
internal static class Products
{
    /// <summary>Target row j becomes first[j] + Σᵢ weights[j · down + i · across] · source row i.</summary>
    /// <param name="target">The rows to write; their number and that of the weights in one column agree.</param>
    /// <param name="first">What each row's sum begins with; empty for 0.</param>
    /// <param name="weights">One for each row of target and of source.</param>
    /// <param name="down">Steps from a weight to that of the next target row.</param>
    /// <param name="across">Steps from a weight to that of the next source row.</param>
    /// <param name="source">The rows to sum.</param>
    /// <param name="width">Length of a row, in vectors: an even number.</param>
    public static void Combine<T>(
        Span<Vector<T>> target, ReadOnlySpan<T> first, ReadOnlySpan<T> weights, int down, int across, ReadOnlySpan<Vector<T>> source,
        int width)
    {
        var rows = target.Length / width;
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            var w = weights[(row * down)..];
            var b = first.IsEmpty ? first : first[row..];
            for (var k = 0; k < width; k += 2)
                CombineFour(target[((row * width) + k)..], b, w, down, across, source[k..], width);
        }

        for (; row < rows; row++)
        {
            for (var k = 0; k < width; k++)
            {
                var sum = first.IsEmpty ? Vector<T>.Zero : new(first[row]);
                for (int at = k, w = row * down; at < source.Length; at += width, w += across)
                    sum = Kernels.MultiplyAdd(new(weights[w]), source[at], sum);
                target[(row * width) + k] = sum;
            }
        }
    }

    /// <summary>Adds to slope (j, i) the products of row j of one block with row i of the other, not yet summed over lanes.</summary>
    /// <param name="slopes">One vector for each pair of rows: j · columns + i.</param>
    /// <param name="pulled">Rows j.</param>
    /// <param name="source">Rows i.</param>
    /// <param name="width">Length of a row, in vectors.</param>
    public static void Add<T>(Span<Vector<T>> slopes, ReadOnlySpan<Vector<T>> pulled, ReadOnlySpan<Vector<T>> source, int width)
    {
        var (rows, columns) = (pulled.Length / width, source.Length / width);
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            for (var i = 0; i < columns; i++)
                AddFour(slopes[((row * columns) + i)..], columns, pulled.Slice(row * width, 4 * width), source.Slice(i * width, width));
        }

        for (; row < rows; row++)
        {
            for (var i = 0; i < columns; i++)
            {
                ref var slope = ref slopes[(row * columns) + i];
                for (var k = 0; k < width; k++)
                    slope = Kernels.MultiplyAdd(pulled[(row * width) + k], source[(i * width) + k], slope);
            }
        }
    }

    private static void CombineFour<T>(
        Span<Vector<T>> target, ReadOnlySpan<T> first, ReadOnlySpan<T> weights, int down, int across, ReadOnlySpan<Vector<T>> source,
        int width)
    {
        var (a0, a1, a2, a3) = first.IsEmpty
            ? (Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero)
            : (new(first[0]), new(first[1]), new(first[2]), new(first[3]));
        var (b0, b1, b2, b3) = (a0, a1, a2, a3);
        for (int at = 0, w = 0; at < source.Length; at += width, w += across)
        {
            var (x, y) = (source[at], source[at + 1]);
            var (w0, w1) = (new Vector<T>(weights[w]), new Vector<T>(weights[w + down]));
            var (w2, w3) = (new Vector<T>(weights[w + (2 * down)]), new Vector<T>(weights[w + (3 * down)]));
            (a0, b0) = (Kernels.MultiplyAdd(w0, x, a0), Kernels.MultiplyAdd(w0, y, b0));
            (a1, b1) = (Kernels.MultiplyAdd(w1, x, a1), Kernels.MultiplyAdd(w1, y, b1));
            (a2, b2) = (Kernels.MultiplyAdd(w2, x, a2), Kernels.MultiplyAdd(w2, y, b2));
            (a3, b3) = (Kernels.MultiplyAdd(w3, x, a3), Kernels.MultiplyAdd(w3, y, b3));
        }

        (target[0], target[1]) = (a0, b0);
        (target[width], target[width + 1]) = (a1, b1);
        (target[2 * width], target[(2 * width) + 1]) = (a2, b2);
        (target[3 * width], target[(3 * width) + 1]) = (a3, b3);
    }

    private static void AddFour<T>(Span<Vector<T>> slopes, int columns, ReadOnlySpan<Vector<T>> pulled, ReadOnlySpan<Vector<T>> x)
    {
        var p0 = pulled[..x.Length];
        var p1 = pulled.Slice(x.Length, x.Length);
        var p2 = pulled.Slice(2 * x.Length, x.Length);
        var p3 = pulled.Slice(3 * x.Length, x.Length);
        var (a0, a1, a2, a3) = (slopes[0], slopes[columns], slopes[2 * columns], slopes[3 * columns]);
        for (var k = 0; k < x.Length; k++)
        {
            a0 = Kernels.MultiplyAdd(p0[k], x[k], a0);
            a1 = Kernels.MultiplyAdd(p1[k], x[k], a1);
            a2 = Kernels.MultiplyAdd(p2[k], x[k], a2);
            a3 = Kernels.MultiplyAdd(p3[k], x[k], a3);
        }

        (slopes[0], slopes[columns], slopes[2 * columns], slopes[3 * columns]) = (a0, a1, a2, a3);
    }
}
