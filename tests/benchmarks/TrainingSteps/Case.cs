using System.Globalization;

namespace TrainingSteps;

/// <summary>A training run whose steps are timed.</summary>
/// <param name="Hidden">Number of hidden units; 0 for a line.</param>
/// <param name="Activation">What bends them: <c>relu</c> or <c>tanh</c>.</param>
/// <param name="Optimizer"><c>sgd</c>, <c>momentum</c>, <c>rmsprop</c> or <c>adam</c>.</param>
/// <param name="Samples">Number of samples.</param>
/// <param name="Batch">Samples of a batch; 0 for all at once.</param>
/// <param name="Steps">Number of steps.</param>
internal sealed record Case(int Hidden, string Activation, string Optimizer, int Samples, int Batch, int Steps)
{
    /// <summary>The chapter's nets, and larger ones.</summary>
    public static IReadOnlyList<Case> All { get; } =
    [
        new(0, "relu", "sgd", 100, 0, 1000),
        new(4, "relu", "sgd", 100, 0, 1000),
        new(10, "relu", "sgd", 100, 0, 1000),
        new(10, "tanh", "sgd", 100, 0, 1000),
        new(10, "relu", "momentum", 100, 0, 1000),
        new(10, "relu", "rmsprop", 100, 0, 1000),
        new(10, "relu", "adam", 100, 0, 1000),
        new(10, "relu", "sgd", 100, 25, 1000),
        new(100, "relu", "sgd", 1000, 0, 200),
        new(1000, "relu", "sgd", 1000, 0, 30),
        new(1000, "relu", "sgd", 10_000, 0, 3),
    ];

    /// <summary>Network, method and samples in one word each.</summary>
    public string Name =>
        (Hidden == 0 ? "1-1" : string.Create(CultureInfo.InvariantCulture, $"1-{Hidden}-1 {Activation}"))
        + string.Create(CultureInfo.InvariantCulture, $" {Optimizer} n={Samples}")
        + (Batch == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" batch={Batch}"));

    /// <summary>The case as the other side reads it.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture, $"{Hidden} {Activation} {Optimizer} {Samples} {Batch} {Steps}");

    /// <summary>The features: evenly spaced numbers.</summary>
    public float[] X() => [.. Enumerable.Range(0, Samples).Select(i => i / (Samples - 1f))];

    /// <summary>The chapter's curve at each of them.</summary>
    public float[] Y() => [.. X().Select(x => 1 + (2 * x) - (3 * x * x))];
}
