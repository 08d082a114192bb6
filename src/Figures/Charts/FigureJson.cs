using System.Text;

namespace NeuralNets.Charts;

/// <summary>A figure as plotly.js takes it: the traces and the layout of its chart, and the frames of a replay.</summary>
internal static class FigureJson
{
    /// <summary>The figure as <c>{data, layout, frames}</c>.</summary>
    public static string Of(Figure figure)
    {
        var text = new StringBuilder(8192).Append("{\"data\":");
        JsonText.Append(text, FigureChart.Traces(figure, figure.Panels));
        text.Append(",\"layout\":");
        JsonText.Append(text, FigureChart.LayoutOf(figure));
        text.Append(",\"frames\":");
        JsonText.Append(text, FigureFrames.Of(figure));
        return text.Append('}').ToString();
    }
}
