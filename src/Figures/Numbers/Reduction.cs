namespace NeuralNets.Charts;

/// <summary>Fewer points that look the same: more of them than a screen can show would only make the page heavy.</summary>
internal static class Reduction
{
    /// <summary>The most points of a scatter that are drawn.</summary>
    public const int MostPoints = 2000;

    /// <summary>The most corners of a line that are drawn; a figure is hardly more pixels wide.</summary>
    private const int MostCorners = 1000;

    /// <summary>The most positions of a curve over epochs that are drawn evenly.</summary>
    private const int MostPositions = 150;

    /// <summary>An even selection of the points, so that dense places stay dense, with the outermost ones in each direction.</summary>
    public static (double[] X, double[] Y) Scatter(double[] x, double[] y)
    {
        if (x.Length <= MostPoints)
            return (x, y);
        int[] all = [.. Enumerable.Range(0, x.Length).Where(i => double.IsFinite(x[i]) && double.IsFinite(y[i]))];
        if (all.Length == 0)
            return ([], []);
        // A golden-ratio step within each stretch, so that no rhythm in the data is met.
        const int Even = MostPoints - 4;
        var even = Enumerable.Range(0, Even).Select(k => all[(int)((k + (k * 0.6180339887498949 % 1)) * all.Length / Even)]);
        int[] drawn = [.. even.Concat([all.MinBy(i => x[i]), all.MaxBy(i => x[i]), all.MinBy(i => y[i]), all.MaxBy(i => y[i])]).Distinct()
            .Order()];
        return ([.. drawn.Select(i => x[i])], [.. drawn.Select(i => y[i])]);
    }

    /// <summary>Of every stretch of a line its first, lowest, highest and last point, so that no peak is lost.</summary>
    public static (double[] X, double[] Y) Line(double[] x, double[] y)
    {
        if (x.Length <= MostCorners)
            return (x, y);
        const int Stretches = MostCorners / 4;
        var kept = Enumerable.Range(0, Stretches)
            .SelectMany(s => Corners(y, (int)((long)s * x.Length / Stretches), (int)((long)(s + 1) * x.Length / Stretches))).ToArray();
        return ([.. kept.Select(i => x[i])], [.. kept.Select(i => y[i])]);
    }

    /// <summary>
    /// Of the positions 1, 2, … some: evenly, with the first and the last, and closer together at the beginning, where a
    /// loss falls fast.
    /// </summary>
    public static int[] Positions(int length)
    {
        var every = Math.Max(1, (int)Math.Ceiling(length / (double)MostPositions));
        var early = Enumerable.Range(0, MostPositions / 2).Select(i => (int)Math.Pow(length, 2.0 * i / MostPositions)).ToHashSet();
        return [.. Enumerable.Range(1, length).Where(at => at == 1 || at == length || at % every == 0 || early.Contains(at))];
    }

    /// <summary>A matrix of at most so many cells a side, each the mean of those it stands for.</summary>
    public static double[,] Matrix(double[,] z, int most)
    {
        var (rows, columns) = (z.GetLength(0), z.GetLength(1));
        var (fewerRows, fewerColumns) = (Math.Min(rows, most), Math.Min(columns, most));
        if (fewerRows == rows && fewerColumns == columns)
            return z;
        var (sums, counts) = (new double[fewerRows, fewerColumns], new int[fewerRows, fewerColumns]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (double.IsNaN(z[row, column]))
                    continue;
                var (r, c) = ((int)((long)row * fewerRows / rows), (int)((long)column * fewerColumns / columns));
                sums[r, c] += z[row, column];
                counts[r, c]++;
            }
        }

        for (var r = 0; r < fewerRows; r++)
        {
            for (var c = 0; c < fewerColumns; c++)
                sums[r, c] /= counts[r, c];
        }

        return sums;
    }

    private static SortedSet<int> Corners(double[] y, int from, int to)
    {
        var (low, high) = (from, from);
        for (var i = from; i < to; i++)
        {
            if (y[i] < y[low] || double.IsNaN(y[low]))
                low = i;
            if (y[i] > y[high] || double.IsNaN(y[high]))
                high = i;
        }

        return [from, low, high, to - 1];
    }
}
