namespace NeuralNets.Charts;

/// <summary>One panel being drawn: where its plot area lies, and how data become pixels of that area.</summary>
internal sealed class SvgPanel
{
    private readonly PanelHead head;

    public SvgPanel(Panel panel, (Extent X, Extent Y) ranges, (double Width, double Height) size)
    {
        Panel = panel;
        Ranges = ranges;
        Size = size;
        head = new PanelHead(panel, size.Width);
        Top = head.Height + (panel.HasFrame ? 6 : 2);
        Bottom = size.Height - (panel.HasFrame ? TextSize.Tick + 11 + (panel.X.Label.Length > 0 ? TextSize.Label + 5 : 0) : 4);
        TicksY = panel.HasFrame ? Ticks.For(panel.Y, ranges.Y, Math.Max(2, (int)(PlotHeight / 38))) : [];
        Left = panel.HasFrame ? LeftOfPlot() : 4;
        Right = size.Width - (panel.HasFrame ? 14 : 4);
        TicksX = panel.HasFrame ? Fitting(count => Ticks.For(panel.X, ranges.X, count)) : [];
    }

    public Panel Panel { get; }

    public (Extent X, Extent Y) Ranges { get; }

    public (double Width, double Height) Size { get; }

    public IReadOnlyList<(double At, string Label)> TicksX { get; }

    public IReadOnlyList<(double At, string Label)> TicksY { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double PlotWidth => Right - Left;

    public double PlotHeight => Bottom - Top;

    public SvgWriter Svg { get; } = new();

    /// <summary>Pixels from the left edge of the plot area.</summary>
    public double X(double value) => PlotWidth * Fraction(value, Ranges.X, Panel.X);

    /// <summary>Pixels from the top edge of the plot area.</summary>
    public double Y(double value) => PlotHeight * (1 - Fraction(value, Ranges.Y, Panel.Y));

    /// <summary>The panel as markup, in a coordinate system of its own size.</summary>
    public string Render()
    {
        head.Draw(Svg);
        DrawAxisLabels();
        Svg.Raw("<g class=\"nnf-plot\">");
        DrawGrid();
        DrawTickLabels();
        Svg.Raw($"<svg x=\"{Left}\" y=\"{Top}\" width=\"{PlotWidth}\" height=\"{PlotHeight}\" overflow=\"hidden\">");
        foreach (var mark in Panel.Marks)
            mark.Draw(this);
        Svg.Raw("</svg></g>");
        Svg.Raw($"<rect class=\"nnf-area\" x=\"{Left}\" y=\"{Top}\" width=\"{PlotWidth}\" height=\"{PlotHeight}\" fill=\"none\"/>");
        return Svg.ToString();
    }

    private static double Fraction(double value, Extent range, Axis axis)
    {
        var fraction = axis.IsLog
            ? Math.Log10(value / range.Low) / Math.Log10(range.High / range.Low)
            : (value - range.Low) / range.Length;
        return axis.IsReversed ? 1 - fraction : fraction;
    }

    private double LeftOfPlot()
    {
        var widest = TicksY.Select(t => TextWidth.Of(t.Label, TextSize.Tick)).DefaultIfEmpty(0).Max();
        return head.Left + Math.Min(Math.Max(widest, 16), 0.4 * Size.Width) + 6;
    }

    /// <summary>As many ticks as fit beside each other without touching.</summary>
    private IReadOnlyList<(double At, string Label)> Fitting(Func<int, IReadOnlyList<(double At, string Label)>> ticks)
    {
        for (var count = Math.Max(2, (int)(PlotWidth / 44)); count > 1; count--)
        {
            var found = ticks(count);
            var widest = found.Select(t => TextWidth.Of(t.Label, TextSize.Tick)).DefaultIfEmpty(0).Max();
            if (found.Count < 2 || Panel.X.Categories is not null || widest + 10 <= Math.Abs(X(found[1].At) - X(found[0].At)))
                return found;
        }

        return ticks(1);
    }

    private void DrawAxisLabels()
    {
        if (!Panel.HasFrame)
            return;
        if (Panel.X.Label.Length > 0)
        {
            var label = TextWidth.Shorten(Panel.X.Label, TextSize.Label, Size.Width - 8);
            Svg.Text((Left + Right) / 2, Size.Height - 4, label, "class=\"t\" fill=\"currentColor\" text-anchor=\"middle\"");
        }

        if (Panel.Y.Label.Length > 0)
        {
            var label = TextWidth.Shorten(Panel.Y.Label, TextSize.Label, Size.Height - 8);
            var middle = (Top + Bottom) / 2;
            Svg.Raw($"<text class=\"t\" fill=\"currentColor\" text-anchor=\"middle\" transform=\"translate({TextSize.Label},{middle}) rotate(-90)\">")
                .Raw(SvgWriter.Escape(label)).Raw("</text>");
        }
    }

    private void DrawGrid()
    {
        if (!Panel.HasFrame)
            return;
        Svg.Raw("<path class=\"r\" fill=\"none\" stroke=\"#dfe3e8\" d=\"");
        foreach (var (at, _) in TicksY.Where(_ => Panel.Y.Categories is null))
            Svg.Raw($"M{Left} {Top + Y(at)}h{PlotWidth}");
        foreach (var (at, _) in TicksX.Where(_ => Panel.X.Categories is null))
            Svg.Raw($"M{Left + X(at)} {Top}v{PlotHeight}");
        Svg.Raw("\"/>").Raw($"<path class=\"q\" fill=\"none\" stroke=\"#767c84\" d=\"M{Left} {Top}V{Bottom}H{Right}\"/>");
    }

    private void DrawTickLabels()
    {
        if (TicksX.Count + TicksY.Count == 0)
            return;
        Svg.Raw($"<g class=\"n\" fill=\"#6b727a\" font-size=\"{TextSize.Tick}\"><g text-anchor=\"end\">");
        foreach (var (at, label) in TicksY)
            Svg.Text(Left - 6, Top + Y(at) + 4, TextWidth.Shorten(label, TextSize.Tick, 0.4 * Size.Width), "");
        Svg.Raw("</g><g text-anchor=\"middle\">");
        var room = TicksX.Count > 1 ? Math.Abs(X(TicksX[1].At) - X(TicksX[0].At)) - 4 : PlotWidth;
        foreach (var (at, label) in TicksX)
            Svg.Text(Left + X(at), Bottom + TextSize.Tick + 5, TextWidth.Shorten(label, TextSize.Tick, room), "");
        Svg.Raw("</g></g>");
    }
}
