namespace NeuralNets.Charts;

/// <summary>Check that the nodes and the edges of a graph fit together.</summary>
internal static class GraphShape
{
    /// <exception cref="ArgumentException">
    /// There is no node, two nodes have one name, a place is no number, or an edge leads from or to a node that there is not.
    /// </exception>
    public static void MustFit(GraphNode[] nodes, GraphEdge[] edges)
    {
        if (nodes.Length == 0)
            throw new ArgumentException("Found no node. A graph needs at least one.");
        string[] wrong =
        [
            .. nodes.CountBy(n => n.Name).Where(n => n.Value > 1).Select(n => $"{n.Value} nodes '{n.Key}'"),
            .. nodes.Where(n => !double.IsFinite(n.Column + n.Row)).Select(n => $"a node '{n.Name}' without a place"),
            .. edges.SelectMany(e => new[] { e.From, e.To }).Except(nodes.Select(n => n.Name))
                .Select(name => $"an edge of a node '{name}'"),
            .. edges.Where(e => !double.IsFinite(e.Bend)).Select(e => $"an edge '{e.From}' → '{e.To}' of no finite bend"),
        ];
        if (wrong.Length > 0)
        {
            throw new ArgumentException(
                $"Found {string.Join(", ", wrong)}. Expected nodes of different names, each with a place, and edges between them: "
                + $"{string.Join(", ", nodes.Select(n => n.Name).Distinct())}.");
        }
    }
}
