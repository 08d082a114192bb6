namespace NeuralNets.Charts;

/// <summary>
/// Sizes of letters, in pixels of a wide page: a telephone shows most figures at seven tenths of that, and they
/// must be read there too.
/// </summary>
internal static class TextSize
{
    public const double Title = 16;

    /// <summary>Names of axes, entries of a legend.</summary>
    public const double Label = 14;

    /// <summary>Numbers at the ticks, words inside a plot.</summary>
    public const double Tick = 13;

    /// <summary>From one line of an axis' name to the next.</summary>
    public const double Line = 17;
}
