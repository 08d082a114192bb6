using System.Globalization;

namespace NeuralNets.Charts;

/// <summary>The colours of a scale, by linear interpolation between anchors; plotly.js gets the same anchors.</summary>
internal sealed class ColourRamp
{
    private static readonly ColourRamp Viridis =
        new("#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725");
    private static readonly ColourRamp BlueOrange = new("#08519c", "#4a90c8", "#a6cbe3", "#f4f4f2", "#f9c38d", "#e07f24", "#8f3f00");
    private static readonly ColourRamp PaperBlue = new("#f3f6fa", "#bcd5ea", "#6ea8d3", "#2a6fae", "#0a3d73");
    // In capitals: not the page's white, which the live figure replaces on a dark page.
    private static readonly ColourRamp WhiteBlack = new("#FFFFFF", "#000000");

    private readonly (int R, int G, int B)[] anchors;
    private readonly object[][] steps;

    private ColourRamp(params string[] anchors)
    {
        Anchors = anchors;
        this.anchors = [.. anchors.Select(Parse)];
        steps = [.. anchors.Select((colour, i) => new object[] { (double)i / (anchors.Length - 1), colour })];
    }

    /// <summary>True if only the anchors themselves are drawn, nothing between them.</summary>
    public bool Exact { get; private init; }

    /// <summary>The anchors, evenly spaced, as hexadecimal colours.</summary>
    public IReadOnlyList<string> Anchors { get; }

    public static ColourRamp Of(ColourScale scale) => scale switch
    {
        ColourScale.Diverging => BlueOrange,
        ColourScale.Blue => PaperBlue,
        ColourScale.Grey => WhiteBlack,
        _ => Viridis,
    };

    /// <summary>A ramp of given colours, for cells that hold the number of their colour.</summary>
    public static ColourRamp Of(IReadOnlyList<string> colours) =>
        new([.. colours, .. colours.Take(colours.Count == 1 ? 1 : 0)]) { Exact = true };

    /// <summary>The colour at a fraction between 0 and 1.</summary>
    public string At(double fraction)
    {
        var (r, g, b) = Mix(fraction);
        return FormattableString.Invariant($"#{r:x2}{g:x2}{b:x2}");
    }

    /// <summary>Black or white, whichever reads better on the colour at a fraction.</summary>
    public string InkAt(double fraction)
    {
        var (r, g, b) = Mix(fraction);
        return Luminance(r, g, b) > 0.18 ? "#000" : "#fff";
    }

    /// <summary>The scale as plotly.js has it: fractions and their colours.</summary>
    /// <remarks>The same list each time, so that frames of a replay that share it need not repeat it.</remarks>
    public IReadOnlyList<object[]> Steps() => steps;

    /// <summary>Relative luminance as the web's contrast rules define it.</summary>
    private static double Luminance(int r, int g, int b) => (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));

    private static double Linear(int channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static (int R, int G, int B) Parse(string hex) => (Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    private static int Channel(string hex, int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private (int R, int G, int B) Mix(double fraction)
    {
        var at = Math.Clamp(fraction, 0, 1) * (anchors.Length - 1);
        var below = Math.Min((int)at, anchors.Length - 2);
        var (low, high, part) = (anchors[below], anchors[below + 1], at - below);
        return (Between(low.R, high.R), Between(low.G, high.G), Between(low.B, high.B));
        int Between(int a, int b) => (int)Math.Round(a + (part * (b - a)));
    }
}
