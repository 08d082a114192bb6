namespace NeuralNets.Charts;

/// <summary>A way from numbers to colours.</summary>
public enum ColourScale
{
    /// <summary>Dark to bright, equally fine for all eyes (viridis): for amounts.</summary>
    Sequential,

    /// <summary>Blue below the middle, orange above it: for numbers with a sign.</summary>
    Diverging,

    /// <summary>Paper to blue: for counts, such as a confusion matrix.</summary>
    Blue,

    /// <summary>White to black, as ink on paper: for images.</summary>
    Grey,
}
