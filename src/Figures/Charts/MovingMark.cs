namespace NeuralNets.Charts;

/// <summary>A mark that differs from frame to frame.</summary>
/// <param name="Panel">The number of its panel.</param>
/// <param name="Index">Its number in that panel.</param>
/// <param name="Markup">Its markup in each frame.</param>
internal sealed record MovingMark(int Panel, int Index, IReadOnlyList<string> Markup);
