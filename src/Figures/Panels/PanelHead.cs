namespace NeuralNets.Charts;

/// <summary>Title and legend above a panel, in as many lines as they need.</summary>
internal sealed class PanelHead
{
    private const double Margin = 4;
    private const double Bold = 1.1; // How much wider bold letters are.
    private const double SwatchWidth = 22;
    private const double Gap = 14;
    private const double LineHeight = 20;

    private readonly IReadOnlyList<string> title;
    private readonly List<List<(int Index, Mark Mark, string Name, double Width)>> rows = [];

    public PanelHead(Panel panel, double width)
    {
        Left = panel.HasAxes && panel.Y.Label.Length > 0 ? TextSize.Label + 11 : Margin;
        var room = width - Left - Margin;
        title = TextWidth.Wrap(panel.Title, Bold * TextSize.Title, room);
        foreach (var (index, mark) in panel.Marks.Index().Where(m => m.Item.Name.Length > 0))
        {
            var name = TextWidth.Shorten(mark.Name, TextSize.Label, room - SwatchWidth - 6);
            var taken = SwatchWidth + 6 + TextWidth.Of(name, TextSize.Label) + Gap;
            if (rows.Count == 0 || rows[^1].Sum(k => k.Width) + taken - Gap > room)
                rows.Add([]);
            rows[^1].Add((index, mark, name, taken));
        }
    }

    /// <summary>Its left edge: right of the vertical axis' name, which may be longer than the axis.</summary>
    public double Left { get; }

    public double Height => 4 + (title.Count * LineHeight) + (rows.Count * LineHeight);

    public void Draw(SvgWriter svg)
    {
        var y = 0.0;
        if (title.Count > 0)
        {
            svg.Raw($"<text class=\"t nnf-title\" fill=\"currentColor\" font-size=\"{TextSize.Title}\" font-weight=\"600\">");
            foreach (var line in title)
                svg.Raw($"<tspan x=\"{Left}\" y=\"{(y += LineHeight) - 4}\">").Raw(SvgWriter.Escape(line)).Raw("</tspan>");
            svg.Raw("</text>");
        }

        foreach (var row in rows)
        {
            y += LineHeight;
            DrawRow(svg, row, y - 9);
        }
    }

    private void DrawRow(SvgWriter svg, List<(int Index, Mark Mark, string Name, double Width)> row, double middle)
    {
        var x = Left;
        foreach (var (index, mark, name, width) in row)
        {
            svg.Raw($"<g class=\"nnf-key\" data-mark=\"{index}\">");
            mark.DrawKey(svg, x, middle);
            svg.Text(x + SwatchWidth + 6, middle + 4, name, "class=\"t\" fill=\"currentColor\"").Raw("</g>");
            x += width;
        }
    }
}
