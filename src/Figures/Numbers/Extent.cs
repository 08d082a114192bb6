namespace NeuralNets.Charts;

/// <summary>The smallest interval that holds some numbers; empty when there are none. NaN and infinities do not count.</summary>
internal readonly record struct Extent(double Low, double High)
{
    public static Extent None { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    public bool IsEmpty => !(Low <= High);

    public double Length => High - Low;

    public static Extent Of(IEnumerable<double> values) => values is double[] array
        ? Of(array.AsSpan())
        : values.Aggregate(None, (extent, value) => extent.With(value));

    public static Extent Of(ReadOnlySpan<double> values)
    {
        var extent = None;
        foreach (var value in values)
            extent = extent.With(value);
        return extent;
    }

    public Extent With(double value) => double.IsFinite(value) ? new(Math.Min(Low, value), Math.Max(High, value)) : this;

    public Extent With(Extent other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));
}
