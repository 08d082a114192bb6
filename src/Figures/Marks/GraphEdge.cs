namespace NeuralNets.Charts;

/// <summary>An edge of a graph, as <see cref="Figure.Graph"/> draws it: an arrow from one node to another, or back to the same.</summary>
/// <param name="From">The name of the node where it begins.</param>
/// <param name="To">The name of the node where it ends.</param>
/// <param name="Label">What stands beside it, such as a local derivative or a weight; empty for nothing.</param>
public sealed record GraphEdge(string From, string To, string Label = "")
{
    /// <summary>
    /// How far it bows to the left of its direction, in rows or columns; below 0 to the right. An arrow to the right bows up.
    /// </summary>
    public double Bend { get; init; }

    /// <summary>Its colour, and that of its label; grey is the plain one.</summary>
    public Hue Hue { get; init; } = Hue.Grey;
}
