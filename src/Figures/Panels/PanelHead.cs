namespace NeuralNets.Charts;

/// <summary>Title and legend above a panel, in as many lines as they need.</summary>
internal sealed class PanelHead
{
    private const double Margin = 4;
    private const double Bold = 1.1; // How much wider bold letters are.
    private const double Gap = 14;
    private const double LineHeight = 20;

    private readonly IReadOnlyList<string> title;
    private readonly List<List<PanelKey>> rows = [];

    /// <summary>Lays out the head of a panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="width">The width of the panel.</param>
    /// <param name="namesOfY">How many lines the name of the vertical axis has.</param>
    public PanelHead(Panel panel, double width, int namesOfY)
    {
        Left = namesOfY > 0 ? (namesOfY * TextSize.Line) - 3 + 11 : Margin;
        var room = width - Left - Margin;
        title = TextWidth.Wrap(panel.Title, Bold * TextSize.Title, room);
        foreach (var (index, mark) in panel.Marks.Index().Where(m => m.Item.Name.Length > 0 || m.Item.Ends is not null))
        {
            var key = new PanelKey(index, mark, room);
            if (rows.Count == 0 || rows[^1].Sum(k => k.Width + Gap) + key.Width > room)
                rows.Add([]);
            rows[^1].Add(key);
        }
    }

    /// <summary>Its left edge: right of the vertical axis' name.</summary>
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
            var x = Left;
            foreach (var key in row)
            {
                key.Draw(svg, x, y - 9);
                x += key.Width + Gap;
            }
        }
    }
}
