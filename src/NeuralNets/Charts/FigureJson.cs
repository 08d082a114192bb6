using System.Text;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace NeuralNets.Charts;

/// <summary>A figure as plotly.js takes it, built from Plotly.NET's trace and layout objects, without its default template.</summary>
internal static class FigureJson
{
    /// <summary>The figure as <c>{data, layout, frames}</c>.</summary>
    public static string Of(Figure figure)
    {
        var ranges = figure.Ranges;
        var text = new StringBuilder(8192).Append("{\"data\":");
        JsonText.Append(text, Traces(figure.Panels, ranges));
        text.Append(",\"layout\":");
        JsonText.Append(text, LayoutOf(figure, ranges));
        text.Append(",\"frames\":");
        JsonText.Append(text, FigureFrames.Of(figure, ranges));
        return text.Append('}').ToString();
    }

    /// <summary>The traces of all panels, in order.</summary>
    public static IReadOnlyList<Trace> Traces(IReadOnlyList<Panel> panels, IReadOnlyList<(Extent X, Extent Y)> ranges)
        => [.. panels.SelectMany((panel, i) => TracesOf(panel, TraceScale.For(i, ranges[i], panel)))];

    private static IEnumerable<Trace> TracesOf(Panel panel, TraceScale scale)
        => panel.Marks.SelectMany((mark, i) => mark.Traces(scale).Select(t => t.With("meta", i)));

    private static Layout LayoutOf(Figure figure, IReadOnlyList<(Extent X, Extent Y)> ranges)
    {
        var layout = new Layout()
            .With("autosize", true)
            .With("showlegend", figure.Panels.Any(p => p.Marks.Any(m => m.Name.Length > 0)))
            .With("paper_bgcolor", "rgba(0,0,0,0)")
            .With("plot_bgcolor", "rgba(0,0,0,0)")
            .With("hovermode", "closest")
            .With("font", new Font().With("color", Palette.Quiet.Light).With("size", TextSize.Tick))
            .With("margin", new Dictionary<string, object?> { ["l"] = 0, ["r"] = 0, ["t"] = 0, ["b"] = 0 });
        var (width, height) = FigureSvg.PanelSize(figure);
        var rows = (figure.Panels.Length + figure.Columns - 1) / figure.Columns;
        var titles = new List<object>();
        for (var i = 0; i < figure.Panels.Length; i++)
        {
            var panel = new SvgPanel(figure.Panels[i], ranges[i], (width, height));
            var (left, top) = (width * (i % figure.Columns), height * (i / figure.Columns));
            var (across, down) = (figure.Columns * width, rows * height);
            var suffix = i == 0 ? "" : SvgWriter.Number(i + 1);
            layout
                .With("xaxis" + suffix, AxisOf(panel.Panel.X, ranges[i].X, "y" + suffix, ((left + panel.Left) / across, (left + panel.Right) / across), panel.Panel.HasFrame, panel.TicksX))
                .With("yaxis" + suffix, AxisOf(panel.Panel.Y, ranges[i].Y, "x" + suffix, (1 - ((top + panel.Bottom) / down), 1 - ((top + panel.Top) / down)), panel.Panel.HasFrame, panel.TicksY));
            if (panel.Panel.Marks.Any(m => m.Name.Length > 0))
                layout.With("legend" + suffix, LegendAt((left + panel.Right) / across, 1 - ((top + panel.Top) / down)));
            if (panel.Panel.Title.Length > 0)
                titles.Add(TitleOf(panel.Panel.Title, suffix));
        }

        if (!figure.Frames.IsEmpty)
            layout.With("meta", new Dictionary<string, object?> { ["frames"] = figure.FrameLabel });
        return layout.With("annotations", titles);
    }

    private static LinearAxis AxisOf(Axis axis, Extent range, string anchor, (double Low, double High) domain, bool visible, IReadOnlyList<(double At, string Label)> ticks)
    {
        double[] ends = axis.IsLog ? [Math.Log10(range.Low), Math.Log10(range.High)] : [range.Low, range.High];
        var result = new LinearAxis()
            .With("range", new RoundedNumbers(axis.IsReversed ? [ends[1], ends[0]] : ends, 12))
            .With("domain", new RoundedNumbers([domain.Low, domain.High], 5))
            .With("anchor", anchor);
        if (!visible)
            return result.With("visible", false);
        result.With("title", new Dictionary<string, object?> { ["text"] = axis.Label })
            .With("zeroline", false)
            .With("gridcolor", Palette.Rule.Light)
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
        .With("xanchor", "left").With("yanchor", "bottom").With("font", new Font().With("size", TextSize.Title).With("color", Palette.Ink.Light));
}
