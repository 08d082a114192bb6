namespace NeuralNets.Charts;

/// <summary>
/// The colours of every figure, for light and for dark pages. Tests compute their contrast (at least 4.5:1) and their
/// distance as colour-blind readers see them.
/// </summary>
internal static class Palette
{
    /// <summary>
    /// The hues on a light page, in the order of <see cref="Hue"/>. All eyes tell the first four apart; from the fifth
    /// on lines are dashed too.
    /// </summary>
    public static IReadOnlyList<string> Light { get; } =
        ["#0062b7", "#b54d00", "#17815a", "#8a1060", "#6b5200", "#087f99", "#5b4bb5", "#666d76"];

    /// <summary>The hues on a dark page.</summary>
    public static IReadOnlyList<string> Dark { get; } =
        ["#5fb0f5", "#f5934a", "#3fc79a", "#f08cc6", "#d9b93b", "#5cd6e8", "#b3a5ff", "#a3abb5"];

    /// <summary>Text and axes, on light and on dark.</summary>
    public static (string Light, string Dark) Text { get; } = ("#2b3036", "#e2e5e9");

    /// <summary>Tick labels and notes, on light and on dark.</summary>
    public static (string Light, string Dark) Quiet { get; } = ("#59616a", "#a9b0b9");

    /// <summary>Grid lines, on light and on dark; they carry no information of their own.</summary>
    public static (string Light, string Dark) Grid { get; } = ("#dfe3e8", "#3a4048");

    /// <summary>The end of the sequential colour scale, as far from the page as can be.</summary>
    public static (string Light, string Dark) Most { get; } = ("#0c2350", "#f4ee9e");

    /// <summary>The backgrounds that the contrast is measured against: white, and the dark pages of VS Code.</summary>
    public static (string Light, string Dark) Page { get; } = ("#ffffff", "#1e1e1e");
}
