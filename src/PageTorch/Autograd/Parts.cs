using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Elements that are put together along some dimensions, or all of them.</summary>
internal sealed class Parts
{
    private readonly int count;
    private readonly int distance; // From an element of a part to the next; 0 where they lie otherwise.
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
            (parts, Shape, distance) = (1, [], 1);
            return;
        }

        HashSet<int> gone = [.. dims.Select(dim => layout.Dimension(dim)).Where(dim => dim < layout.Shape.Length)];
        distance = gone.SequenceEqual([layout.Shape.Length - 1]) ? 1
            : gone.SequenceEqual([0]) ? Shapes.Count(layout.Shape[1..]) : 0;
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

    /// <summary>The same of numbers of a kind: single ones in libtorch's order, where they lie at equal distances.</summary>
    public double[] SumsOf(double[] numbers, ScalarType type)
    {
        if (type != ScalarType.Float32 || distance == 0)
            return Sums(numbers);
        var (sums, size) = (new double[parts], count / parts);
        for (var at = 0; at < parts; at++)
            sums[at] = SingleSums.Of(numbers, distance == 1 ? at * size : at, distance, size);
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
