namespace NeuralNets.Charts;

/// <summary>A way from numbers to colours.</summary>
public enum ColourScale
{
    /// <summary>From the page over blue-green to what stands out from it most: for amounts.</summary>
    Sequential,

    /// <summary>Blue below the middle, the page's own colour in the middle, orange above it: for numbers with a sign.</summary>
    Diverging,

    /// <summary>From the page to blue: for counts, such as a confusion matrix.</summary>
    Blue,

    /// <summary>From the page to its ink: for images.</summary>
    Grey,
}
