namespace NeuralNets.Charts;

/// <summary>JSON that is written already.</summary>
internal sealed record RawJson(string Text);
