namespace NeuralNets.Charts;

/// <summary>Lines of equal height on a surface that is known at the points of a grid (marching squares).</summary>
internal sealed class Isolines(double[] xs, double[] ys, double[,] z)
{
    /// <summary>The lines at one height, each as its points in order.</summary>
    public IReadOnlyList<List<(double X, double Y)>> At(double level)
    {
        var next = new Dictionary<Edge, List<Edge>>();
        for (var row = 0; row + 1 < ys.Length; row++)
        {
            for (var column = 0; column + 1 < xs.Length; column++)
                AddCell(next, row, column, level);
        }

        var lines = new List<List<(double X, double Y)>>();
        // Lines that end at the border first, from an end; what is left then are closed curves.
        foreach (var start in next.Keys.OrderBy(e => next[e].Count).ThenBy(e => e.Row).ThenBy(e => e.Column).ThenBy(e => e.IsVertical)
            .ToArray())
        {
            while (next[start].Count > 0)
                lines.Add([.. Follow(next, start).Select(e => PointOn(e, level))]);
        }

        return lines;
    }

    private static IEnumerable<Edge> Follow(Dictionary<Edge, List<Edge>> next, Edge from)
    {
        yield return from;
        while (next[from].Count > 0)
        {
            var to = next[from][0];
            next[from].RemoveAt(0);
            next[to].Remove(from);
            yield return from = to;
        }
    }

    private void AddCell(Dictionary<Edge, List<Edge>> next, int row, int column, double level)
    {
        var (a, b, c, d) = (z[row, column], z[row, column + 1], z[row + 1, column + 1], z[row + 1, column]);
        if (!double.IsFinite(a + b + c + d))
            return;
        var crossed = new List<Edge>(4);
        if (a >= level != b >= level)
            crossed.Add(new(row, column, false));
        if (b >= level != c >= level)
            crossed.Add(new(row, column + 1, true));
        if (c >= level != d >= level)
            crossed.Add(new(row + 1, column, false));
        if (d >= level != a >= level)
            crossed.Add(new(row, column, true));
        if (crossed.Count == 2)
            Join(next, crossed[0], crossed[1]);
        if (crossed.Count == 4)
        {
            // A saddle: the middle of the cell says which corners belong together.
            var apart = (a >= level) == ((a + b + c + d) / 4 >= level);
            Join(next, crossed[0], apart ? crossed[1] : crossed[3]);
            Join(next, crossed[2], apart ? crossed[3] : crossed[1]);
        }
    }

    private static void Join(Dictionary<Edge, List<Edge>> next, Edge from, Edge to)
    {
        Neighbours(next, from).Add(to);
        Neighbours(next, to).Add(from);
    }

    private static List<Edge> Neighbours(Dictionary<Edge, List<Edge>> next, Edge edge)
    {
        if (!next.TryGetValue(edge, out var found))
            next.Add(edge, found = new(2));
        return found;
    }

    private (double X, double Y) PointOn(Edge edge, double level)
    {
        var (row, column) = (edge.Row, edge.Column);
        var (from, to) = (z[row, column], edge.IsVertical ? z[row + 1, column] : z[row, column + 1]);
        var part = (level - from) / (to - from);
        return edge.IsVertical
            ? (xs[column], ys[row] + (part * (ys[row + 1] - ys[row])))
            : (xs[column] + (part * (xs[column + 1] - xs[column])), ys[row]);
    }

    /// <summary>The side of a cell that begins at a grid point and goes up, or to the right.</summary>
    private readonly record struct Edge(int Row, int Column, bool IsVertical);
}
