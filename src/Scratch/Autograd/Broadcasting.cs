namespace NeuralNets.Scratch.Autograd;

/// <summary>How tensors of different shapes meet.</summary>
internal static class Broadcasting
{
    /// <summary>Number of numbers in a shape.</summary>
    public static long Count(long[] shape) => shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>The shape in which two shapes meet.</summary>
    /// <exception cref="ArgumentException">Two sizes differ, and neither is 1.</exception>
    public static long[] Shape(long[] a, long[] b)
    {
        var shape = new long[Math.Max(a.Length, b.Length)];
        for (var fromEnd = 1; fromEnd <= shape.Length; fromEnd++)
        {
            var (p, q) = (fromEnd <= a.Length ? a[^fromEnd] : 1, fromEnd <= b.Length ? b[^fromEnd] : 1);
            if (p != q && p != 1 && q != 1)
                throw new ArgumentException(
                    $"Found sizes {p} and {q} in dimension {-fromEnd}. Expected sizes that are equal or 1, from the last on.");
            shape[^fromEnd] = p == 1 ? q : p;
        }

        return shape;
    }

    /// <summary>For each number of a shape, in order, the index of the number of a smaller shape that is stretched there.</summary>
    public static int[] Indices(long[] small, long[] shape)
    {
        var indices = new int[Count(shape)];
        var (stretched, stride) = (1L, 1L); // Of the dimensions after the one at hand.
        for (var fromEnd = 1; fromEnd <= shape.Length; fromEnd++)
        {
            var size = fromEnd <= small.Length ? small[^fromEnd] : 1;
            if (size > 1)
            {
                for (var i = 0; i < indices.Length; i++)
                    indices[i] += (int)(i / stretched % shape[^fromEnd] * stride);
            }

            stretched *= shape[^fromEnd];
            stride *= size;
        }

        return indices;
    }
}
