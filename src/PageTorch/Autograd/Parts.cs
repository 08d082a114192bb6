using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Elements that are put together along some dimensions, or all of them.</summary>
internal sealed class Parts
{
    private const int Strands = 4;
    private const int ShortRow = 8; // From so many on libtorch adds as many side by side as the processor can: each machine another sum.

    private readonly int count;
    private readonly bool isShortRow;
    private readonly int parts;
    private readonly int[]? part; // Of each element its part; null where all are one.

    /// <summary>Elements along dimensions.</summary>
    /// <param name="layout">The tensor's.</param>
    /// <param name="dims">The dimensions; null or none for all.</param>
    /// <param name="keepdim">True if they stay, with size 1.</param>
    public Parts(Layout layout, long[]? dims, bool keepdim)
    {
        count = layout.Count;
        if (dims is null or [])
        {
            (parts, Shape) = (1, []);
            return;
        }

        HashSet<int> gone = [.. dims.Select(dim => layout.Dimension(dim)).Where(dim => dim < layout.Shape.Length)];
        isShortRow = gone.SequenceEqual([layout.Shape.Length - 1]) && layout.Shape[^1] < ShortRow;
        var kept = Shapes.Kept(layout.Shape, gone);
        (parts, part) = (Shapes.Count(kept), Shapes.Stretched(kept, layout.Shape) ?? [.. Enumerable.Range(0, count)]);
        Shape = keepdim ? kept : [.. layout.Shape.Where((_, dim) => !gone.Contains(dim))];
    }

    /// <summary>The shape of a number for each part.</summary>
    public long[] Shape { get; }

    /// <summary>The sum of each part.</summary>
    public double[] Sums(double[] numbers)
    {
        var sums = new double[parts];
        if (part is null)
        {
            var sum = 0.0;
            foreach (var number in numbers)
                sum += number;
            sums[0] = sum;
            return sums;
        }

        for (var i = 0; i < numbers.Length; i++)
            sums[part[i]] += numbers[i];
        return sums;
    }

    /// <summary>The same as libtorch adds up single numbers in short rows: in single precision, in four strands.</summary>
    public double[] SumsOf(double[] numbers, ScalarType type)
    {
        if (type != ScalarType.Float32 || !isShortRow)
            return Sums(numbers);
        var (sums, size) = (new double[parts], count / parts);
        Span<float> strands = stackalloc float[Strands];
        for (var row = 0; row < parts; row++)
        {
            strands.Clear();
            for (var i = 0; i < size; i++)
                strands[i < size / Strands * Strands ? i % Strands : 0] += (float)numbers[(row * size) + i];
            sums[row] = strands[0] + strands[1] + strands[2] + strands[3];
        }

        return sums;
    }

    /// <summary>For each element the number of its part.</summary>
    public double[] Spread(double[] numbers)
    {
        var all = new double[count];
        for (var i = 0; i < all.Length; i++)
            all[i] = numbers[part is null ? 0 : part[i]];
        return all;
    }

    /// <summary>Of each part the place of its best element, the first where several are.</summary>
    public int[] Best(double[] numbers, Func<double, double, bool> isBetter)
    {
        var best = new int[parts];
        Array.Fill(best, -1);
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = part is null ? 0 : part[i];
            if (best[at] < 0 || (!double.IsNaN(numbers[best[at]]) && (double.IsNaN(numbers[i]) || isBetter(numbers[i], numbers[best[at]]))))
                best[at] = i;
        }

        return best;
    }
}
