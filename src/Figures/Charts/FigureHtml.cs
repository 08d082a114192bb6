using System.Security.Cryptography;
using System.Text;

namespace NeuralNets.Charts;

/// <summary>A figure as a fragment of a page: its static picture first, its data, then the script that brings it alive.</summary>
internal static class FigureHtml
{
    /// <summary>The fragment; the same figure always gives the same text.</summary>
    public static string Of(Figure figure)
    {
        var (svg, json) = (FigureSvg.Of(figure), FigureJson.Live(figure));
        var id = "nnf-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(svg + json)))[..12];
        return Wrap(figure, $" id=\"{id}\"", svg, $"<script type=\"application/json\">{json}</script>{LiveScript.Element}");
    }

    /// <summary>The picture alone, while the figure is still changing.</summary>
    public static string Still(Figure figure) => Wrap(figure, "", FigureSvg.Of(figure), "");

    /// <summary>The width stands here, not in the picture's style sheet: notebooks have rules of their own for pictures.</summary>
    private static string Wrap(Figure figure, string id, string svg, string live)
    {
        var kind = figure.Live.Length > 0 ? "chart" : "figure";
        var width = SvgWriter.Number(FigureSvg.Widest(figure));
        var room = figure.Frames.Length > 1 ? ";padding-bottom:44px" : "";
        var caption = figure.Caption.Length == 0 ? "" :
            $"<p class=\"nnf-caption\">{SvgWriter.Escape(figure.Caption)}</p>";
        var style = $"position:relative;max-width:{width}px{room}";
        return $"<div class=\"nnf\"{id} data-figure=\"{kind}\" style=\"{style}\">{svg}{caption}{live}</div>";
    }
}
