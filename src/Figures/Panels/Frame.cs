using System.Collections.Immutable;

namespace NeuralNets.Charts;

/// <summary>One moment of a replay: the panels as they were, under the name that the slider shows.</summary>
internal sealed record Frame(string Name, ImmutableArray<Panel> Panels);
