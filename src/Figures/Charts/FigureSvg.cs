namespace NeuralNets.Charts;

/// <summary>
/// A figure as one static SVG: panels side by side, below each other where the page is narrow, in the page's light or
/// dark.
/// </summary>
internal static class FigureSvg
{
    /// <summary>A line of prose, in pixels.</summary>
    private const double AsProse = 640;

    /// <summary>The picture.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="standalone">Whether it is a document of its own, which follows the reader's preference by itself.</param>
    public static string Of(Figure figure, bool standalone = false)
    {
        var (width, height) = PanelSize(figure);
        var rows = (figure.Panels.Length + figure.Columns - 1) / figure.Columns;
        var (style, rules) = SvgStyle.Arrangement(figure.Panels.Length, figure.Columns, width, height, Widest(figure));
        var svg = new SvgWriter();
        svg.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"nnf-svg {style}\" role=\"img\" ")
            .Raw($"width=\"{figure.Columns * width}\" height=\"{rows * height}\"")
            .Raw(standalone ? " color=\"#59616a\"" : "")
            .Raw(" font-family=\"sans-serif\" font-size=\"").Raw(SvgWriter.Number(TextSize.Label)).Raw("\">")
            .Raw("<title>").Raw(SvgWriter.Escape(FigureText.Sentence(figure))).Raw("</title>")
            .Raw("<desc>").Raw(SvgWriter.Escape(FigureText.Description(figure))).Raw("</desc>")
            .Raw("<style>").Raw(SvgStyle.Shared).Raw("</style><style>").Raw(rules).Raw("</style>");
        // Each panel fills the picture as far as its shape allows, from its top left corner, whichever the arrangement:
        // that gives the right scale to all of them. The style sheet, or the attribute without one, moves it to its place.
        var box = (Width: SvgStyle.NarrowColumns(figure.Columns) * width, Height: rows * height);
        for (var i = 0; i < figure.Panels.Length; i++)
        {
            svg.Raw($"<g class=\"p p{i}\" transform=\"translate({i % figure.Columns * width},{i / figure.Columns * height})\">")
                .Raw($"<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 {box.Width} {box.Height}\" preserveAspectRatio=\"xMinYMin\">")
                .Raw(PanelOf(figure, i).Render())
                .Raw("</svg></g>");
        }

        return svg.Raw("</svg>").ToString();
    }

    /// <summary>A panel of a figure, laid out.</summary>
    public static SvgPanel PanelOf(Figure figure, int index) =>
        new(figure.Panels[index], figure.Ranges[index], PanelSize(figure), figure.Panels.Length > 1);

    /// <summary>
    /// The size of each panel in pixels of a wide page. A single one is shown as wide as prose, and as it is drawn here its
    /// letters are still read on a telephone.
    /// </summary>
    public static (double Width, double Height) PanelSize(Figure figure) => figure.PanelSize ?? figure.Columns switch
    {
        1 => (540, 340),
        2 => (430, 345),
        3 => (320, 275),
        _ => (240, 225),
    };

    /// <summary>How wide a figure is shown at most.</summary>
    public static double Widest(Figure figure) =>
        figure is { Columns: 1, PanelSize: null } ? AsProse : figure.Columns * PanelSize(figure).Width;
}
