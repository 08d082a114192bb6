namespace NeuralNets.Charts;

/// <summary>The points of a line without those that lie on it anyway (Ramer, 1972; Douglas and Peucker, 1973).</summary>
internal static class Corners
{
    /// <summary>Pixels from the line that nobody sees.</summary>
    private const double Unseen = 0.12;

    /// <summary>The first point, the last, and all between that stand out.</summary>
    public static IEnumerable<(double X, double Y)> Of(IReadOnlyList<(double X, double Y)> line)
    {
        var isKept = new bool[line.Count];
        isKept[0] = isKept[^1] = true;
        var stretches = new Stack<(int From, int To)>([(0, line.Count - 1)]);
        while (stretches.TryPop(out var stretch))
        {
            var (at, distance) = Farthest(line, stretch.From, stretch.To);
            if (distance <= Unseen)
                continue;
            isKept[at] = true;
            stretches.Push((stretch.From, at));
            stretches.Push((at, stretch.To));
        }

        return line.Where((_, i) => isKept[i]);
    }

    private static (int At, double Distance) Farthest(IReadOnlyList<(double X, double Y)> line, int from, int to)
    {
        var (at, farthest) = (from, 0.0);
        for (var i = from + 1; i < to; i++)
        {
            var distance = Distance(line[i], line[from], line[to]);
            if (distance > farthest)
                (at, farthest) = (i, distance);
        }

        return (at, farthest);
    }

    /// <summary>The distance of a point from the straight line between two others, which may be one and the same.</summary>
    private static double Distance((double X, double Y) point, (double X, double Y) from, (double X, double Y) to)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var squared = (x * x) + (y * y);
        var along = squared > 0 ? Math.Clamp((((point.X - from.X) * x) + ((point.Y - from.Y) * y)) / squared, 0, 1) : 0;
        return Math.Sqrt(Math.Pow(point.X - from.X - (along * x), 2) + Math.Pow(point.Y - from.Y - (along * y), 2));
    }
}
