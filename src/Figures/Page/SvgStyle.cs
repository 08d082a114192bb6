using System.Text.RegularExpressions;

namespace NeuralNets.Charts;

/// <summary>The style sheet in every picture: colours that follow the page's theme, and panels that stack where it is narrow.</summary>
internal static partial class SvgStyle
{
    /// <summary>The same text in every figure.</summary>
    public static string Shared { get; } = BuildShared();

    /// <summary>The number of panels side by side where the page is narrow.</summary>
    public static int NarrowColumns(int columns) => columns >= 4 ? columns / 2 : 1;

    /// <summary>The class of figures of one arrangement, and its rules: where each panel stands, on a wide and on a narrow page.</summary>
    public static (string Class, string Rules) Arrangement(
        int panels, int columns, double width, double height, double widest)
    {
        var name = FormattableString.Invariant($"nnf-{panels}-{columns}-{width:0}x{height:0}-{widest:0}");
        var rules = Places(name, panels, columns, width, height, widest);
        if (NarrowColumns(columns) is var narrow && narrow < columns)
        {
            var places = Places(name, panels, narrow, width, height, narrow * width);
            rules += FormattableString.Invariant($"@container nnf (max-width:{0.68 * columns * width:0}px){{{places}}}");
        }

        return (name, rules);
    }

    private static string Places(string name, int panels, int columns, double width, double height, double widest)
    {
        var rows = (panels + columns - 1) / columns;
        var panelPlaces = Enumerable.Range(1, panels - 1).Select(i => FormattableString.Invariant(
            $".{name}>.p{i}{{transform:translate({100.0 * (i % columns) / columns:0.###}%,{100.0 * (i / columns) / rows:0.###}%)}}"));
        return FormattableString.Invariant($".{name}{{aspect-ratio:{columns * width:0}/{rows * height:0};max-width:{widest:0}px}}")
            + string.Concat(panelPlaces);
    }

    private static string BuildShared()
    {
        var colours = Palette.Light.Zip(Palette.Dark).Select((c, i) => (Name: Hue(i), Light: c.First, Dark: c.Second)).Concat(
        [
            (Name: "--nn-ink", Palette.Text.Light, Palette.Text.Dark),
            (Name: "--nn-quiet", Palette.Quiet.Light, Palette.Quiet.Dark),
            (Name: "--nn-rule", Palette.Grid.Light, Palette.Grid.Dark),
            (Name: "--nn-most", Palette.Most.Light, Palette.Most.Dark),
        ]).ToArray();
        var css = EmbeddedText.Read("figure.css")
            .Replace("{light}", string.Concat(colours.Select(c => $"{c.Name}:{c.Light};")), StringComparison.Ordinal)
            .Replace("{both}", string.Concat(colours.Select(c => $"{c.Name}:light-dark({c.Light},{c.Dark});")), StringComparison.Ordinal)
            .Replace("{page}", Palette.Page.Light, StringComparison.Ordinal)
            .Replace("{dark}", Palette.Page.Dark, StringComparison.Ordinal)
            .Replace("{middle}", ColourRamp.Middle, StringComparison.Ordinal)
            .Replace("{hues}", string.Concat(Palette.Light.Select((_, i) => $".nnf-svg .c{SvgWriter.Number(i)}{{--c:var({Hue(i)})}}")),
            StringComparison.Ordinal);
        return CommentOrBreak().Replace(css.Replace("{ramps}", ColourRamp.Rules(), StringComparison.Ordinal), "");
    }

    private static string Hue(int index) => "--nn-" + SvgWriter.Number(index);

    [GeneratedRegex(@"/\*.*?\*/|\n")]
    private static partial Regex CommentOrBreak();
}
