using System.Text;

namespace NeuralNets.Charts;

/// <summary>A figure as JSON: as plotly.js takes it, and as its page holds it.</summary>
internal static class FigureJson
{
    /// <summary>The figure as plotly.js takes it, with the frames of a replay: <c>{data, layout, frames}</c>.</summary>
    public static string Of(Figure figure) => Of(figure, ("frames", FigureFrames.Of(figure)));

    /// <summary>
    /// What brings the figure alive on its page: <c>{data, layout}</c> for plotly.js, and for a replay <c>moving</c>,
    /// <c>pieces</c> and <c>frames</c>: see <see cref="PictureFrames"/>.
    /// </summary>
    public static string Live(Figure figure)
    {
        if (figure.Live.Length > 0)
            return figure.Live;
        var (moving, pieces, frames) = PictureFrames.Of(figure);
        return Of(figure, ("moving", moving), ("pieces", pieces), ("frames", frames));
    }

    private static string Of(Figure figure, params (string Name, object Value)[] more)
    {
        var text = new StringBuilder(8192).Append("{\"data\":");
        JsonText.Append(text, FigureChart.Traces(figure, figure.Panels));
        text.Append(",\"layout\":");
        JsonText.Append(text, FigureChart.LayoutOf(figure));
        foreach (var (name, value) in more)
        {
            text.Append(",\"").Append(name).Append("\":");
            JsonText.Append(text, value);
        }

        return text.Append('}').ToString();
    }
}
