namespace NeuralNets.Charts;

/// <summary>
/// Marks in a colour of the palette: by class, so that it follows the theme, and by attribute, for pages that strip
/// styles.
/// </summary>
internal static class Pen
{
    /// <summary>The colour on a light page; the live figure replaces it on a dark one.</summary>
    public static string Light(Hue hue) => Palette.Light[Index(hue)];

    /// <summary>A stroked path; nothing when there is nothing to draw.</summary>
    public static void Stroke(SvgWriter svg, Hue hue, double width, string data, string attributes)
    {
        if (data.Length > 0)
            svg.Raw($"<path class=\"s c{Index(hue)}\" fill=\"none\" stroke=\"{Light(hue)}\" stroke-width=\"{width}\" ").Raw(attributes)
                .Raw(" d=\"").Raw(data).Raw("\"/>");
    }

    /// <summary>A filled path; nothing when there is nothing to draw.</summary>
    public static void Fill(SvgWriter svg, Hue hue, string data, string attributes)
    {
        if (data.Length > 0)
            svg.Raw($"<path class=\"f c{Index(hue)}\" fill=\"{Light(hue)}\" ").Raw(attributes).Raw(" d=\"").Raw(data).Raw("\"/>");
    }

    /// <summary>The attributes of a text in a hue.</summary>
    public static string TextIn(Hue hue) => FormattableString.Invariant($"class=\"f c{Index(hue)}\" fill=\"{Light(hue)}\"");

    private static int Index(Hue hue) => Math.Max(0, (int)hue);
}
