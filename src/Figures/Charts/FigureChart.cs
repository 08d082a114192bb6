using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace NeuralNets.Charts;

/// <summary>A figure as a chart of Plotly.NET: its traces and its layout, without Plotly.NET's default template.</summary>
internal static class FigureChart
{
    /// <summary>The chart, as large as the figure is on a wide page.</summary>
    public static GenericChart Of(Figure figure)
    {
        var (width, height) = FigureSvg.PanelSize(figure);
        var layout = LayoutOf(figure)
            .With("width", (int)(figure.Columns * width))
            .With("height", (int)(Rows(figure) * height));
        return GenericChart.NewMultiChart(ListModule.OfSeq<Trace>(Traces(figure, figure.Panels)), layout, new Config(),
            new DisplayOptions());
    }

    /// <summary>The traces of all panels of a figure, or of a frame of it, in order.</summary>
    public static IReadOnlyList<Trace2D> Traces(Figure figure, IReadOnlyList<Panel> panels) => [.. panels.SelectMany((panel, i) =>
        TracesOf(panel, Scale(figure, i, panel)))];

    /// <summary>The scale of a panel, or of what stands in its place in a frame.</summary>
    public static TraceScale Scale(Figure figure, int index, Panel panel) =>
        TraceScale.For(index, figure.Ranges[index], (panel.X, panel.Y), panel.HasAxes ? default : figure.Areas[index]);

    /// <summary>The layout: axes, legends and titles of all panels.</summary>
    public static Layout LayoutOf(Figure figure)
    {
        var layout = new Layout()
            .With("autosize", true)
            .With("showlegend", figure.Panels.Any(p => p.Marks.Any(m => m.Name.Length > 0)))
            .With("paper_bgcolor", "rgba(0,0,0,0)")
            .With("plot_bgcolor", "rgba(0,0,0,0)")
            .With("hovermode", "closest")
            .With("font", new Font().With("color", Palette.Quiet.Light).With("size", TextSize.Tick))
            .With("margin", new Margin().With("l", 0).With("r", 0).With("t", 0).With("b", 0));
        var (width, height) = FigureSvg.PanelSize(figure);
        var (across, down) = (figure.Columns * width, Rows(figure) * height);
        var titles = new List<Annotation>();
        for (var i = 0; i < figure.Panels.Length; i++)
        {
            var panel = FigureSvg.PanelOf(figure, i);
            var (left, top) = (width * (i % figure.Columns), height * (i / figure.Columns));
            var suffix = i == 0 ? "" : SvgWriter.Number(i + 1);
            layout
                .With("xaxis" + suffix,
                AxisOf(panel.Panel.X, figure.Ranges[i].X, "y" + suffix, ((left + panel.Left) / across, (left + panel.Right) / across),
                panel.Panel.HasAxes, panel.TicksX))
                .With("yaxis" + suffix,
                AxisOf(panel.Panel.Y, figure.Ranges[i].Y, "x" + suffix, (1 - ((top + panel.Bottom) / down), 1 - ((top + panel.Top) / down)),
                panel.Panel.HasAxes, panel.TicksY));
            if (panel.Panel.Marks.Any(m => m.Name.Length > 0))
                layout.With("legend" + suffix, LegendAt((left + panel.Right) / across, 1 - ((top + panel.Top) / down)));
            if (panel.Panel.Title.Length > 0)
                titles.Add(TitleOf(panel.Panel.Title, suffix));
        }

        if (!figure.Frames.IsEmpty)
            layout.With("meta", new Dictionary<string, object?>
            {
                ["frames"] = figure.FrameLabel,
                ["shown"] = figure.ShownFrame,
                ["plays"] = figure.Plays,
            });
        return layout.With("annotations", titles);
    }

    private static int Rows(Figure figure) => (figure.Panels.Length + figure.Columns - 1) / figure.Columns;

    private static IEnumerable<Trace2D> TracesOf(Panel panel, TraceScale scale)
        => panel.Marks.SelectMany((mark, i) => mark.Traces(scale).Select(t => t.With("meta", i)));

    private static LinearAxis AxisOf(
        Axis axis, Extent range, string anchor, (double Low, double High) domain, bool visible,
        IReadOnlyList<(double At, string Label)> ticks)
    {
        double[] ends = axis.IsLog ? [Math.Log10(range.Low), Math.Log10(range.High)] : [range.Low, range.High];
        var result = new LinearAxis()
            .With("range", new RoundedNumbers(axis.IsReversed ? [ends[1], ends[0]] : ends, 12))
            .With("domain", new RoundedNumbers([domain.Low, domain.High], 5))
            .With("anchor", anchor);
        if (!visible)
            return result.With("visible", false);
        result.With("title", new Title().With("text", axis.Label))
            .With("zeroline", false)
            .With("gridcolor", Palette.Grid.Light)
            .With("linecolor", Palette.Quiet.Light)
            .With("showline", true)
            .With("ticks", "")
            .With("tickvals", new RoundedNumbers([.. ticks.Select(t => t.At)], 12))
            .With("ticktext", ticks.Select(t => t.Label));
        if (axis.IsLog)
            result.With("type", "log").With("exponentformat", "power");
        return axis.Categories is null ? result : result.With("showgrid", false);
    }

    private static Legend LegendAt(double x, double y) => new Legend()
        .With("x", Math.Round(x, 5)).With("y", Math.Round(y, 5)).With("xanchor", "right").With("yanchor", "top");

    private static Annotation TitleOf(string title, string suffix) => new Annotation()
        .With("name", "title").With("text", title.Replace("<", "&lt;", StringComparison.Ordinal)).With("showarrow", false)
        .With("xref", $"x{suffix} domain").With("yref", $"y{suffix} domain").With("x", 0).With("y", 1)
        .With("xanchor", "left").With("yanchor", "bottom")
        .With("font", new Font().With("size", TextSize.Title).With("color", Palette.Text.Light));
}
