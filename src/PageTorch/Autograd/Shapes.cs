namespace TorchSharp;

/// <summary>How tensors of different shapes meet.</summary>
internal static class Shapes
{
    /// <summary>Number of elements.</summary>
    public static int Count(long[] shape)
    {
        var count = 1L;
        foreach (var size in shape)
            count *= size;
        return (int)count;
    }

    /// <summary>The shape in which two meet: sizes are matched from the last on, and a 1, or nothing, is stretched.</summary>
    public static long[] Common(long[] a, long[] b)
    {
        if (a.AsSpan().SequenceEqual(b))
            return a;
        var shape = new long[Math.Max(a.Length, b.Length)];
        for (var fromEnd = 1; fromEnd <= shape.Length; fromEnd++)
        {
            var (p, q) = (fromEnd <= a.Length ? a[^fromEnd] : 1, fromEnd <= b.Length ? b[^fromEnd] : 1);
            if (p != q && p != 1 && q != 1)
                throw Errors.Torch(
                    $"The size of tensor a ({p}) must match the size of tensor b ({q}) at non-singleton dimension "
                    + $"{shape.Length - fromEnd}");
            shape[^fromEnd] = p == 1 ? q : p;
        }

        return shape;
    }

    /// <summary>For each element of a shape the number of that of a smaller one, which is stretched; null if they are one.</summary>
    public static int[]? Stretched(long[] small, long[] shape) =>
        small.AsSpan().SequenceEqual(shape) ? null : Layout.RowMajor(small).Expand(shape).Positions();

    /// <summary>A shape with some dimensions of size 1.</summary>
    public static long[] Kept(long[] shape, IReadOnlyCollection<int> dims)
    {
        var kept = (long[])shape.Clone();
        foreach (var dim in dims)
            kept[dim] = 1;
        return kept;
    }

    /// <summary>A shape whose one size −1 is reckoned.</summary>
    public static long[] Resolve(long[] wanted, int count)
    {
        if (wanted.Count(size => size == -1) > 1)
            throw Errors.Torch("only one dimension can be inferred");
        var known = wanted.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
        long[] shape = [.. wanted.Select(size => size == -1 ? (known == 0 ? 0 : count / known) : size)];
        return Count(shape) == count
            ? shape
            : throw Errors.Torch($"shape '{Errors.Show(wanted)}' is invalid for input of size {count}");
    }
}
