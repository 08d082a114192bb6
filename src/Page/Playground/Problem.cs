using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Page.Playground;

/// <summary>What is to be learned: points of a curve, or points of two classes in the plane.</summary>
/// <param name="HasClasses">False: a number from one feature. True: one of two classes from two features.</param>
/// <param name="Training">Points to learn from, row by row: x, y; with classes x₁, x₂, and 0 or 1.</param>
/// <param name="HeldOut">Points to judge by, in the same form; may be none.</param>
/// <param name="Truth">The curve without noise, where it is known.</param>
internal sealed record Problem(bool HasClasses, double[] Training, double[] HeldOut, Func<double, double>? Truth = null)
{
    /// <summary>Number of features of a point.</summary>
    public int Features => HasClasses ? 2 : 1;

    /// <summary>Outputs that a network for it has: a number, or a score for each class.</summary>
    public int Outputs => HasClasses ? 2 : 1;

    /// <summary>A reader's own points.</summary>
    /// <exception cref="ArgumentException">There is no point, a row is not whole, or a number is not finite or no class.</exception>
    public static Problem Of(bool hasClasses, double[] training, double[] heldOut)
    {
        var width = hasClasses ? 3 : 2;
        foreach (var points in new[] { training, heldOut })
        {
            if (points.Length % width != 0 || points.Any(number => !double.IsFinite(number)))
                throw new ArgumentException($"Found {points.Length} numbers. Expected {width} finite numbers for each point.");
            if (hasClasses && points.Chunk(width).FirstOrDefault(point => point[2] is not (0 or 1)) is { } odd)
                throw new ArgumentException($"Found the class {odd[2]}. Expected 0 or 1.");
        }

        return training.Length > 0
            ? new(hasClasses, training, heldOut)
            : throw new ArgumentException("Found no point to learn from. Expected one or more.");
    }

    /// <summary>Points as a network reads them; null for none.</summary>
    public Samples<double>? ToSamples(double[] points)
    {
        if (points.Length == 0)
            return null;
        var rows = points.Chunk(Features + 1).ToArray();
        return new([.. rows.SelectMany(row => row[..Features])], Features, [.. rows.Select(row => row[Features])], 1);
    }

    /// <summary>The points to learn from with the curve's own values instead of noisy ones; null where the curve is not known.</summary>
    public Samples<double>? TrueSamples() => Truth is null
        ? null
        : ToSamples([.. Training.Chunk(2).SelectMany(point => new[] { point[0], Truth(point[0]) })]);
}
