namespace TorchSharp;

/// <summary>The numbers of a tensor and of all its views.</summary>
/// <param name="numbers">The numbers, whatever their kind, in double precision.</param>
internal sealed class Storage(double[] numbers)
{
    public double[] Numbers { get; } = numbers;

    /// <summary>Whole numbers that need more digits than a double has; null where it has enough.</summary>
    public long[]? Exact { get; set; }

    /// <summary>How often numbers were changed where they lie.</summary>
    public int Version { get; set; }
}
