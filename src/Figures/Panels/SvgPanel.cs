namespace NeuralNets.Charts;

/// <summary>One panel being drawn: where its parts lie.</summary>
internal sealed class SvgPanel
{
    /// <summary>Between the panels of a grid, so that the ticks of one stay clear of the title of the next.</summary>
    private const double Apart = 12;

    private readonly PanelHead head;
    private readonly double floor;
    private readonly IReadOnlyList<string> nameOfY;
    private readonly SvgWriter svg = new();
    private readonly PlotArea area;

    /// <summary>Lays out a panel.</summary>
    /// <param name="panel">What stands in it.</param>
    /// <param name="ranges">The ranges of its axes.</param>
    /// <param name="size">Its size.</param>
    /// <param name="isInGrid">Whether others stand beside or below it.</param>
    public SvgPanel(Panel panel, (Extent X, Extent Y) ranges, (double Width, double Height) size, bool isInGrid)
    {
        Panel = panel;
        Size = size;
        floor = size.Height - (isInGrid ? Apart : 0);
        Bottom = floor - (panel.HasAxes ? TextSize.Tick + 11 + (panel.X.Label.Length > 0 ? TextSize.Label + 5 : 0) : 4);
        var over = panel.HasAxes ? 6 : 2;
        head = new PanelHead(panel, size.Width, HasNameOfY ? 1 : 0);
        nameOfY = HasNameOfY ? TextWidth.InTwoLines(panel.Y.Label, TextSize.Label, Bottom - head.Height - over) : [];
        if (nameOfY.Count > 1)
            head = new PanelHead(panel, size.Width, nameOfY.Count);
        Top = head.Height + over;
        TicksY = panel.HasAxes ? Ticks.For(panel.Y, ranges.Y, Math.Max(2, (int)((Bottom - Top) / 38))) : [];
        Left = panel.HasAxes ? LeftOfPlot() : 4;
        Right = size.Width - (panel.HasAxes ? 14 : 4);
        if (panel is { HasEqualScales: true, X.IsLog: false, Y.IsLog: false })
        {
            var unit = Math.Min((Right - Left) / ranges.X.Length, (Bottom - Top) / ranges.Y.Length);
            (Right, Top) = (Left + (unit * ranges.X.Length), Bottom - (unit * ranges.Y.Length));
        }

        area = new(svg, (panel.X, panel.Y), ranges, (Right - Left, Bottom - Top));
        TicksX = panel.HasAxes ? Fitting(count => Ticks.For(panel.X, ranges.X, count)) : [];
    }

    public Panel Panel { get; }

    public (double Width, double Height) Size { get; }

    public IReadOnlyList<(double At, string Label)> TicksX { get; }

    public IReadOnlyList<(double At, string Label)> TicksY { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>The size of the area between the axes.</summary>
    public (double Width, double Height) Area => (area.Width, area.Height);

    /// <summary>The panel as markup, in a coordinate system of its own size.</summary>
    public string Render()
    {
        head.Draw(svg);
        DrawAxisLabels();
        svg.Raw("<g class=\"nnf-plot\">");
        DrawGrid();
        DrawTickLabels();
        svg.Raw($"<svg x=\"{Left}\" y=\"{Top}\" width=\"{area.Width}\" height=\"{area.Height}\" overflow=\"hidden\">");
        foreach (var (i, mark) in Panel.Marks.Index())
        {
            svg.Raw($"<g data-i=\"{i}\">");
            mark.Draw(area);
            svg.Raw("</g>");
        }

        svg.Raw("</svg></g>");
        svg.Raw($"<rect data-plot=\"\" x=\"{Left}\" y=\"{Top}\" width=\"{area.Width}\" height=\"{area.Height}\" fill=\"none\"/>");
        return svg.ToString();
    }

    private bool HasNameOfY => Panel.HasAxes && Panel.Y.Label.Length > 0;

    private double LeftOfPlot()
    {
        var widest = TicksY.Select(t => TextWidth.Of(t.Label, TextSize.Tick)).DefaultIfEmpty(0).Max();
        return head.Left + Math.Min(Math.Max(widest, 16), 0.4 * Size.Width) + 6;
    }

    /// <summary>As many ticks as fit beside each other without touching.</summary>
    private IReadOnlyList<(double At, string Label)> Fitting(Func<int, IReadOnlyList<(double At, string Label)>> ticks)
    {
        for (var count = Math.Max(2, (int)(area.Width / 44)); count > 1; count--)
        {
            var found = ticks(count);
            var widest = found.Select(t => TextWidth.Of(t.Label, TextSize.Tick)).DefaultIfEmpty(0).Max();
            if (found.Count < 2 || Panel.X.Categories is not null || widest + 10 <= Math.Abs(area.X(found[1].At) - area.X(found[0].At)))
                return found;
        }

        return ticks(1);
    }

    private void DrawAxisLabels()
    {
        if (!Panel.HasAxes)
            return;
        if (Panel.X.Label.Length > 0)
        {
            var label = TextWidth.Shorten(Panel.X.Label, TextSize.Label, Size.Width - 8);
            svg.Text((Left + Right) / 2, floor - 4, label, "class=\"t\" fill=\"currentColor\" text-anchor=\"middle\"");
        }

        foreach (var (i, line) in nameOfY.Index())
        {
            svg.Raw("<text class=\"t\" fill=\"currentColor\" text-anchor=\"middle\" ")
                .Raw($"transform=\"translate({TextSize.Label + (i * TextSize.Line)},{(Top + Bottom) / 2}) rotate(-90)\">")
                .Raw(SvgWriter.Escape(line)).Raw("</text>");
        }
    }

    private void DrawGrid()
    {
        if (!Panel.HasAxes)
            return;
        svg.Raw("<path class=\"r\" fill=\"none\" stroke=\"#dfe3e8\" d=\"");
        foreach (var (at, _) in TicksY.Where(_ => Panel.Y.Categories is null))
            svg.Raw($"M{Left} {Top + area.Y(at)}h{area.Width}");
        foreach (var (at, _) in TicksX.Where(_ => Panel.X.Categories is null))
            svg.Raw($"M{Left + area.X(at)} {Top}v{area.Height}");
        svg.Raw("\"/>").Raw($"<path class=\"q\" fill=\"none\" stroke=\"#767c84\" d=\"M{Left} {Top}V{Bottom}H{Right}\"/>");
    }

    private void DrawTickLabels()
    {
        if (TicksX.Count + TicksY.Count == 0)
            return;
        svg.Raw($"<g class=\"n\" fill=\"#6b727a\" font-size=\"{TextSize.Tick}\"><g text-anchor=\"end\">");
        foreach (var (at, label) in TicksY)
            svg.Text(Left - 6, Top + area.Y(at) + 4, TextWidth.Shorten(label, TextSize.Tick, 0.4 * Size.Width), "");
        svg.Raw("</g><g text-anchor=\"middle\">");
        var room = TicksX.Count > 1 ? Math.Abs(area.X(TicksX[1].At) - area.X(TicksX[0].At)) - 4 : area.Width;
        foreach (var (at, label) in TicksX)
            svg.Text(Left + area.X(at), Bottom + TextSize.Tick + 5, TextWidth.Shorten(label, TextSize.Tick, room), "");
        svg.Raw("</g></g>");
    }
}
