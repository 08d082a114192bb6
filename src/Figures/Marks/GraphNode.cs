namespace NeuralNets.Charts;

/// <summary>A node of a graph, as <see cref="Figure.Graph"/> draws it: a value, an operation, a layer, a state.</summary>
/// <param name="Name">What the edges call it; it is written in the node, unless <see cref="Label"/> says something else.</param>
/// <param name="Column">Its place from left to right, counted in columns; fractions are places between.</param>
/// <param name="Row">Its place from top to bottom, counted in rows; fractions are places between.</param>
public sealed record GraphNode(string Name, double Column, double Row)
{
    /// <summary>What is written in the node: its name, as long as nothing else is said.</summary>
    public string Label { get => field ?? Name; init; }

    /// <summary>A second line, for the number that the node holds; null for none, "" for an empty line that keeps the room.</summary>
    public string? Value { get; init; }

    /// <summary>A third line, orange, for the slope (gradient) that has come back to it; null for none, "" for an empty line.</summary>
    public string? Slope { get; init; }

    /// <summary>Its outline.</summary>
    public NodeShape Shape { get; init; }

    /// <summary>The colour of its outline and, faintly, of its inside; grey is the plain one.</summary>
    public Hue Hue { get; init; } = Hue.Grey;

    internal string Said => $"{Label.Replace('\n', ' ')}{(string.IsNullOrEmpty(Value) ? "" : $" = {Value}")}"
        + (string.IsNullOrEmpty(Slope) ? "" : $" (slope {Slope})");
}
