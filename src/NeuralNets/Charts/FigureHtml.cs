using System.Security.Cryptography;
using System.Text;

namespace NeuralNets.Charts;

/// <summary>A figure as a fragment of a page: its static picture first, its data, then the script that brings it alive.</summary>
internal static class FigureHtml
{
    /// <summary>The fragment; the same figure always gives the same text.</summary>
    public static string Of(Figure figure)
    {
        var (svg, json) = (FigureSvg.Of(figure), figure.ToPlotlyJson());
        return Wrap(svg, json, figure.Caption, figure.Frames.Length > 1, figure.Live.Length > 0 ? "chart" : "figure");
    }

    /// <summary>The picture alone, while the figure is still changing.</summary>
    public static string Still(Figure figure) => Wrap(FigureSvg.Of(figure), "", figure.Caption, false, "figure");

    private static string Wrap(string svg, string json, string caption, bool replays, string kind)
    {
        var id = "nnf-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(svg + json)))[..12];
        var html = new StringBuilder(svg.Length + json.Length + 8192)
            .Append("<div class=\"nnf\" id=\"").Append(id).Append("\" data-nnf=\"").Append(kind).Append("\" style=\"position:relative").Append(replays ? ";padding-bottom:44px\">" : "\">")
            .Append(svg);
        if (caption.Length > 0)
            html.Append("<p class=\"nnf-caption\" style=\"margin:.4em 0 0;font:13px system-ui,sans-serif\">").Append(SvgWriter.Escape(caption)).Append("</p>");
        if (json.Length > 0)
            html.Append("<script type=\"application/json\">").Append(json).Append("</script>").Append(LiveScript.Element);
        return html.Append("</div>").ToString();
    }
}
