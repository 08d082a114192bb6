namespace NeuralNets.Charts;

/// <summary>One axis of a panel as its author wants it; what is not said here follows from the data.</summary>
internal sealed record Axis
{
    public string Label { get; init; } = "";

    public bool IsLog { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>Names instead of numbers: the i-th stands at position i.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Counts downwards, as the rows of a matrix do.</summary>
    public bool IsReversed { get; init; }

    /// <summary>
    /// The range that is drawn: the author's, or the data's with a little room, except where they fill the panel or
    /// stand on zero.
    /// </summary>
    public Extent Range(Extent data, bool fills, bool standsOnZero)
    {
        if (Categories is { Count: > 0 } names)
            return new(-0.5, names.Count - 0.5);
        if (data.IsEmpty)
            data = IsLog ? new(1, 10) : new(0, 1);
        return IsLog ? LogRange(data, fills) : LinearRange(data, fills, standsOnZero);
    }

    private Extent LinearRange(Extent data, bool fills, bool standsOnZero)
    {
        var (low, high) = (Low ?? data.Low, High ?? data.High);
        if (high - low <= 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high)))
            (low, high) = (Low ?? low - Around(low), High ?? high + Around(high));
        var room = fills ? 0 : 0.045 * (high - low);
        return new(Low ?? (standsOnZero && low == 0 ? 0 : low - room), High ?? (standsOnZero && high == 0 ? 0 : high + room));
    }

    private Extent LogRange(Extent data, bool fills)
    {
        var (low, high) = (Math.Log10(Low ?? data.Low), Math.Log10(High ?? data.High));
        if (high - low < 1e-9)
            (low, high) = (Low is null ? low - 0.5 : low, High is null ? high + 0.5 : high);
        var room = fills ? 0 : 0.045 * (high - low);
        return new(Math.Pow(10, Low is null ? low - room : low), Math.Pow(10, High is null ? high + room : high));
    }

    private static double Around(double value) => value == 0 ? 0.5 : 0.1 * Math.Abs(value);
}
