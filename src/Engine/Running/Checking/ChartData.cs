using System.Text.Json.Nodes;

namespace Notebooks.Running.Checking;

/// <summary>
/// Content of a chart, without its looks: of a figure in Plotly's JSON the points, names and texts count; colours, line
/// styles, margins and the choice of ticks do not. JSON of another shape counts whole.
/// </summary>
internal static class ChartData
{
    private static readonly HashSet<string> Looks =
        ["domain", "range", "tickvals", "ticktext", "colorscale", "colorway", "template", "margin", "font", "hovertemplate"];

    private static readonly HashSet<string> Sayings =
        ["type", "name", "text", "title", "label", "value", "x", "y", "z", "x0", "x1", "y0", "y1", "dx", "dy"];

    /// <summary>The part of the JSON that is compared.</summary>
    public static JsonNode? Of(JsonNode? chart) =>
        chart is JsonObject figure && figure["data"] is JsonArray && figure["layout"] is JsonObject ? Said(figure) : chart;

    private static JsonObject Said(JsonObject owner)
    {
        var said = new JsonObject();
        foreach (var (key, value) in owner)
        {
            if (Looks.Contains(key) || key.StartsWith("legend", StringComparison.Ordinal))
                continue;
            if (value is JsonObject inner && Said(inner) is { Count: > 0 } saidInside)
                said[key] = saidInside;
            else if (value is JsonArray list)
                said[key] = new JsonArray([.. list.Select(item => item is JsonObject map ? Said(map) : item?.DeepClone())]);
            else if (value is JsonValue && Sayings.Contains(key))
                said[key] = value.DeepClone();
        }

        return said;
    }
}
