namespace TorchSharp;

/// <summary>Where the elements of a tensor lie in a storage: that at i, j, … at offset + i·strides[0] + j·strides[1] + ….</summary>
internal sealed class Layout
{
    private Layout(long[] shape, long[] strides, long offset)
    {
        (Shape, Strides, Offset) = (shape, strides, offset);
        Count = 1;
        IsRowMajor = true;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            IsRowMajor &= strides[i] == Count || shape[i] == 1;
            Count *= (int)shape[i];
        }

        IsRowMajor |= Count == 0;
    }

    public long[] Shape { get; }

    public long[] Strides { get; }

    public long Offset { get; }

    public int Count { get; }

    /// <summary>True if the elements lie one behind the other, row by row.</summary>
    public bool IsRowMajor { get; }

    /// <summary>Row by row, from the first number of a storage on.</summary>
    public static Layout RowMajor(long[] shape) => new(shape, RowStrides(shape), 0);

    /// <summary>The number of a dimension counted from the front.</summary>
    public int Dimension(long dim, int more = 0)
    {
        var dimensions = Math.Max(Shape.Length + more, 1);
        return dim >= -dimensions && dim < dimensions
            ? (int)(dim < 0 ? dim + dimensions : dim)
            : throw Errors.Torch(
                $"Dimension out of range (expected to be in range of [{-dimensions}, {dimensions - 1}], but got {dim})");
    }

    public Layout Permute(int[] order) =>
        new([.. order.Select(dim => Shape[dim])], [.. order.Select(dim => Strides[dim])], Offset);

    public Layout Transpose(int one, int other)
    {
        int[] order = [.. Enumerable.Range(0, Shape.Length)];
        (order[one], order[other]) = (other, one);
        return Permute(order);
    }

    public Layout Select(int dim, long index)
    {
        if (Shape.Length == 0)
            throw Errors.Torch("select() cannot be applied to a 0-dim tensor.");
        if (index < -Shape[dim] || index >= Shape[dim])
            throw Errors.Torch($"select(): index {index} out of range for tensor of size {Errors.Show(Shape)} at dimension {dim}");
        var at = index < 0 ? index + Shape[dim] : index;
        return new(Without(Shape, dim), Without(Strides, dim), Offset + (at * Strides[dim]));
    }

    /// <summary>Every so many elements from one on, up to another, which is left out; ends beyond the last are moved there.</summary>
    public Layout Slice(int dim, long start, long stop, long step)
    {
        var (first, end) = (Clamp(start, Shape[dim]), Clamp(stop, Shape[dim]));
        var (shape, strides) = ((long[])Shape.Clone(), (long[])Strides.Clone());
        shape[dim] = Math.Max(0, (end - first + step - 1) / step);
        strides[dim] *= step;
        return new(shape, strides, Offset + (first * Strides[dim]));
    }

    public Layout Unsqueeze(int dim)
    {
        var stride = dim < Shape.Length ? Shape[dim] * Strides[dim] : 1;
        return new([.. Shape[..dim], 1, .. Shape[dim..]], [.. Strides[..dim], stride, .. Strides[dim..]], Offset);
    }

    public Layout Squeeze(Func<int, bool> mayGo)
    {
        int[] kept = [.. Enumerable.Range(0, Shape.Length).Where(dim => Shape[dim] != 1 || !mayGo(dim))];
        return Permute(kept);
    }

    public Layout Expand(long[] sizes)
    {
        var added = sizes.Length - Shape.Length;
        var (shape, strides) = ((long[])sizes.Clone(), new long[sizes.Length]);
        for (var dim = 0; dim < sizes.Length; dim++)
        {
            var size = dim < added ? 1 : Shape[dim - added];
            if (shape[dim] == -1)
                shape[dim] = size;
            if (size != 1 && size != shape[dim])
                throw Errors.Torch(
                    $"The expanded size of the tensor ({shape[dim]}) must match the existing size ({size}) at non-singleton dimension "
                    + $"{dim}.  Target sizes: {Errors.Show(sizes)}.  Tensor sizes: {Errors.Show(Shape)}");
            strides[dim] = size == 1 ? 0 : Strides[dim - added];
        }

        return new(shape, strides, Offset);
    }

    /// <summary>The same elements in another shape; only where they lie row by row.</summary>
    public Layout Reshape(long[] shape) => new(shape, RowStrides(shape), Offset);

    /// <summary>Where each element lies, row by row.</summary>
    public int[] Positions()
    {
        var positions = new int[Count];
        Array.Fill(positions, (int)Offset);
        var inner = 1; // Elements behind one step along the dimension at hand.
        for (var dim = Shape.Length - 1; dim >= 0; dim--)
        {
            var (size, stride) = ((int)Shape[dim], (int)Strides[dim]);
            for (var i = 0; i < positions.Length; i++)
                positions[i] += i / inner % size * stride;
            inner *= size;
        }

        return positions;
    }

    private static long[] RowStrides(long[] shape)
    {
        var strides = new long[shape.Length];
        var stride = 1L;
        for (var dim = shape.Length - 1; dim >= 0; dim--)
        {
            strides[dim] = stride;
            stride *= shape[dim];
        }

        return strides;
    }

    private static long Clamp(long at, long size) => Math.Clamp(at < 0 ? at + size : at, 0, size);

    private static long[] Without(long[] all, int at) => [.. all[..at], .. all[(at + 1)..]];
}
