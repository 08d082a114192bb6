using System.Globalization;

namespace NeuralNets.Charts;

/// <summary>
/// The colours of a scale, by linear interpolation between anchors; plotly.js gets the same anchors. What is least, or has no
/// sign, has the colour of the page, on a dark page too.
/// </summary>
internal sealed class ColourRamp
{
    /// <summary>The middle of the sequential scale, on both pages: black and white read equally well on it.</summary>
    public const string Middle = "#1f8189";

    private static readonly ColourRamp Amounts =
        new([(Palette.Page, "--nn-page"), ((Middle, Middle), "--nn-middle"), (Palette.Most, "--nn-most")], ["va", "vb"]);

    private static readonly ColourRamp Signed = new([Hued(Hue.Blue), (Palette.Page, "--nn-page"), Hued(Hue.Orange)], ["vc", "vd"]);
    private static readonly ColourRamp Counts = new([(Palette.Page, "--nn-page"), Hued(Hue.Blue)], ["ve"]);
    private static readonly ColourRamp Ink = new([(Palette.Page, "--nn-page"), (Palette.Text, "--nn-ink")], ["vf"]);

    private readonly (string Light, string Dark)[] anchors;
    private readonly string[] names;
    private readonly string[] classes;
    private readonly object[][] steps;

    private ColourRamp(((string Light, string Dark) Colour, string Name)[] anchors, string[] classes)
    {
        this.anchors = [.. anchors.Select(a => a.Colour)];
        names = [.. anchors.Select(a => a.Name)];
        this.classes = classes;
        Anchors = [.. anchors.Select(a => a.Colour.Light)];
        steps = [.. Anchors.Select((colour, i) => new object[] { (double)i / (Anchors.Count - 1), colour })];
    }

    /// <summary>True if only the anchors themselves are drawn, nothing between them.</summary>
    public bool Exact => classes.Length == 0;

    /// <summary>The anchors on a light page, evenly spaced, as hexadecimal colours.</summary>
    public IReadOnlyList<string> Anchors { get; }

    public static ColourRamp Of(ColourScale scale) => scale switch
    {
        ColourScale.Diverging => Signed,
        ColourScale.Blue => Counts,
        ColourScale.Grey => Ink,
        _ => Amounts,
    };

    /// <summary>A ramp of given colours, for cells that hold the number of their colour.</summary>
    public static ColourRamp Of(IReadOnlyList<string> colours) =>
        new([.. colours.Concat(colours.Take(colours.Count == 1 ? 1 : 0)).Select(c => ((c, c), ""))], []);

    /// <summary>
    /// The rules by which a stroke that says with <c>--v</c> how far it stands between two anchors gets its colour, in the
    /// page's theme.
    /// </summary>
    public static string Rules() => string.Concat(new[] { Amounts, Signed, Counts, Ink }.SelectMany(ramp => ramp.classes.Select((name, i) =>
        $".nnf-svg .{name}{{stroke:color-mix(in srgb,var({ramp.names[i + 1]}) var(--v),var({ramp.names[i]}))}}")));

    /// <summary>The attributes of a stroke at a fraction between 0 and 1: in the page's theme, and for pages that strip styles.</summary>
    public string Stroke(double fraction)
    {
        var (at, part) = Between(fraction);
        var themed = Exact ? "" : FormattableString.Invariant($" class=\"{classes[at]}\" style=\"--v:{100 * part:0}%\"");
        var (r, g, b) = Mix(fraction, isDark: false);
        return FormattableString.Invariant($"stroke=\"#{r:x2}{g:x2}{b:x2}\"") + themed;
    }

    /// <summary>The attributes of a text that stands on the colour at a fraction: black or white, whichever reads better.</summary>
    public string TextAt(double fraction) => (IsBlackOn(fraction, isDark: false), IsBlackOn(fraction, isDark: true)) switch
    {
        (true, true) => "fill=\"#000\"",
        (false, false) => "fill=\"#fff\"",
        (true, false) => "fill=\"#000\" class=\"bw\"",
        (false, true) => "fill=\"#fff\" class=\"wb\"",
    };

    /// <summary>The colour at a fraction on a page, its channels from 0 to 255.</summary>
    public (int R, int G, int B) Mix(double fraction, bool isDark)
    {
        var (at, part) = Between(fraction);
        var (low, high) = (On(anchors[at]), On(anchors[at + 1]));
        return (Channel(low.R, high.R), Channel(low.G, high.G), Channel(low.B, high.B));
        (int R, int G, int B) On((string Light, string Dark) anchor) => Parse(isDark ? anchor.Dark : anchor.Light);
        int Channel(int a, int b) => (int)Math.Round(a + (part * (b - a)));
    }

    /// <summary>The scale as plotly.js has it: fractions and their colours.</summary>
    /// <remarks>The same list each time, so that frames of a replay that share it need not repeat it.</remarks>
    public IReadOnlyList<object[]> Steps() => steps;

    private static ((string Light, string Dark) Colour, string Name) Hued(Hue hue) =>
        ((Palette.Light[(int)hue], Palette.Dark[(int)hue]), FormattableString.Invariant($"--nn-{(int)hue}"));

    private (int At, double Part) Between(double fraction)
    {
        var at = Math.Clamp(fraction, 0, 1) * (anchors.Length - 1);
        var below = Math.Min((int)at, anchors.Length - 2);
        return (below, at - below);
    }

    private bool IsBlackOn(double fraction, bool isDark)
    {
        var (r, g, b) = Mix(fraction, isDark);
        return Luminance(r, g, b) > 0.18;
    }

    /// <summary>Relative luminance as the web's contrast rules define it.</summary>
    private static double Luminance(int r, int g, int b) => (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));

    private static double Linear(int channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static (int R, int G, int B) Parse(string hex) => (Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    private static int Channel(string hex, int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
