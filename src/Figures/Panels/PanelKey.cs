namespace NeuralNets.Charts;

/// <summary>One entry of a legend: a swatch and a name, or a name and a bar of colours between the numbers of its ends.</summary>
internal sealed class PanelKey
{
    private const double Space = 6;
    private const double WidestBar = 112;
    private const double ShortestBar = 40;

    private readonly int index;
    private readonly Mark mark;
    private readonly string name;
    private readonly double bar;

    public PanelKey(int index, Mark mark, double room)
    {
        (this.index, this.mark) = (index, mark);
        var beside = mark.Ends is var (low, high)
            ? Number(low) + Number(high) + (mark.Name.Length > 0 ? 4 * Space : 2 * Space)
            : Mark.KeyWidth + Space;
        var shortest = mark.Ends is null ? 0 : ShortestBar;
        name = TextWidth.Shorten(mark.Name, TextSize.Label, Math.Max(20, room - beside - shortest));
        var taken = beside + TextWidth.Of(name, TextSize.Label);
        bar = mark.Ends is null ? 0 : Math.Clamp(room - taken, ShortestBar, WidestBar);
        Width = taken + bar;
    }

    public double Width { get; }

    public void Draw(SvgWriter svg, double x, double middle)
    {
        svg.Raw(mark.Ends is null ? $"<g class=\"nnf-key\" data-mark=\"{index}\">" : $"<g data-mark=\"{index}\">");
        if (mark.Ends is var (low, high))
            DrawBar(svg, x, middle, low, high);
        else
        {
            mark.DrawKey(svg, x, middle);
            Text(svg, x + Mark.KeyWidth + Space, middle, name);
        }

        svg.Raw("</g>");
    }

    private static double Number(string number) => TextWidth.Of(number, TextSize.Tick);

    private static void Text(SvgWriter svg, double x, double middle, string text) =>
        svg.Text(x, middle + 4, text, "class=\"t\" fill=\"currentColor\"");

    private void DrawBar(SvgWriter svg, double x, double middle, string low, string high)
    {
        if (name.Length > 0)
        {
            Text(svg, x, middle, name);
            x += TextWidth.Of(name, TextSize.Label) + (2 * Space);
        }

        svg.Raw($"<g class=\"n\" fill=\"#6b727a\" font-size=\"{TextSize.Tick}\">");
        svg.Text(x + Number(low), middle + 4, low, "text-anchor=\"end\"");
        x += Number(low) + Space;
        svg.Text(x + bar + Space, middle + 4, high, "").Raw("</g>");
        mark.DrawBar(svg, x, middle, bar);
    }
}
