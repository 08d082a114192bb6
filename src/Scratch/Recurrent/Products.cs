using System.Numerics;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Scratch.Recurrent;

/// <summary>The products that a step adds to its slopes, on short rows of vectors.</summary>
internal static class Products
{
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
