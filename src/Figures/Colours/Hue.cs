namespace NeuralNets.Charts;

/// <summary>
/// The colours of the figures: eight that colour-blind readers can tell apart, each with one shade for light pages and one
/// for dark pages, both with a contrast of at least 4.5:1.
/// </summary>
public enum Hue
{
    /// <summary>The next colour that the panel has not used yet.</summary>
    Auto = -1,

    /// <summary>Blue, the first colour.</summary>
    Blue,

    /// <summary>Orange, the second.</summary>
    Orange,

    /// <summary>Green, the third.</summary>
    Green,

    /// <summary>Pink, the fourth.</summary>
    Pink,

    /// <summary>Brown, the fifth.</summary>
    Brown,

    /// <summary>Cyan, the sixth.</summary>
    Cyan,

    /// <summary>Violet, the seventh.</summary>
    Violet,

    /// <summary>Grey, for what stands in the background: reference lines, the truth, other runs.</summary>
    Grey,
}
