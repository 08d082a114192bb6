using System.Globalization;
using Newtonsoft.Json.Linq;

namespace NeuralNets.Charts;

/// <summary>The static picture of a plotly figure: the flat kinds are drawn, the others are named.</summary>
internal static class PlotlyDrawing
{
    /// <summary>The picture; each pair of axes becomes a panel.</summary>
    public static Figure Of(JArray traces, JObject layout)
    {
        var panels = traces.OfType<JObject>()
            .GroupBy(t => ((string?)t["xaxis"] ?? "x", (string?)t["yaxis"] ?? "y"))
            .Select(group => Panel([.. group], layout, group.Key))
            .DefaultIfEmpty(Figure.Of(""))
            .ToArray();
        var title = TextOf(layout["title"]);
        return panels.Length == 1 ? (title.Length == 0 ? panels[0] : panels[0].Titled(title))
            : Figure.Grid(Math.Min(2, panels.Length), panels).Titled(title);
    }

    private static Figure Panel(JObject[] traces, JObject layout, (string X, string Y) axes)
    {
        var (x, y) = (Axis(layout, axes.X), Axis(layout, axes.Y));
        var figure = Figure.Of(TitleAbove(layout, axes.X)).Axes(TextOf(x?["title"]), TextOf(y?["title"]));
        if ((string?)x?["type"] == "log")
            figure = figure.LogX();
        if ((string?)y?["type"] == "log")
            figure = figure.LogY();
        var undrawn = new List<string>();
        foreach (var trace in traces)
        {
            if (Drawn(figure, trace) is { } more)
                figure = more;
            else
                undrawn.Add((string?)trace["type"] ?? "unknown");
        }

        return undrawn.Count == 0
            ? figure
            : figure.Add(new Message([$"{string.Join(", ", undrawn.Distinct())} chart", "seen where scripts run"]) { Hue = Hue.Grey });
    }

    private static Figure? Drawn(Figure figure, JObject trace)
    {
        var name = (bool?)trace["showlegend"] == false ? "" : (string?)trace["name"] ?? "";
        return (string?)trace["type"] switch
        {
            "scatter" or "scattergl" => Scatter(figure, trace, name),
            "bar" when (string?)trace["orientation"] != "h" => Bars(figure, trace, name),
            "histogram" => figure.Histogram(Numbers(trace["x"] ?? trace["y"]), name: name),
            "box" or "violin" when trace["y"] is not null => figure.Boxes([name], [Numbers(trace["y"])]),
            "pie" when Texts(trace["labels"]) is { } labels && labels.Length == Numbers(trace["values"]).Length =>
                figure.Bars(labels, Numbers(trace["values"]), name: name),
            "heatmap" or "contour" or "surface" => Matrix(trace["z"]) is { Length: > 0 } z ? Upright(figure, trace, z) : null,
            _ => null,
        };
    }

    private static Figure Scatter(Figure figure, JObject trace, string name)
    {
        var y = Numbers(trace["y"]);
        var categories = Texts(trace["x"]);
        double[] x = trace["x"] is null || categories is not null ? [.. y.Select((_, i) => (double)i)] : Numbers(trace["x"]);
        var shown = Math.Min(x.Length, y.Length);
        var mode = (string?)trace["mode"] ?? "lines";
        var dash = (string?)trace["line"]?["dash"] switch
        {
            null or "solid" => Dash.Solid,
            "dot" or "2px,3px" => Dash.Dotted,
            _ => Dash.Dashed,
        };
        figure = mode.Contains("lines", StringComparison.Ordinal)
            ? figure.Line<double, double>(x[..shown], y[..shown], name, HueOf(trace), dash,
            dots: mode.Contains("markers", StringComparison.Ordinal))
            : figure.Scatter<double, double>(x[..shown], y[..shown], name, HueOf(trace));
        return categories is null ? figure : figure.WithAxes(a => a with { Categories = categories }, a => a);
    }

    private static Figure Bars(Figure figure, JObject trace, string name)
    {
        var y = Numbers(trace["y"]);
        var labels = Texts(trace["x"]) ?? [.. Numbers(trace["x"]).Select(v => v.ToString("G5", CultureInfo.InvariantCulture))];
        var shown = Math.Min(labels.Length, y.Length);
        return figure.Bars(labels[..shown], y[..shown], name: name, hue: HueOf(trace));
    }

    private static Figure Upright(Figure figure, JObject trace, double[,] z)
        => figure.HeatMap(Positions(trace["x"], z.GetLength(1)), Positions(trace["y"], z.GetLength(0)), z)
            .WithAxes(a => a with { Categories = Texts(trace["x"]) }, a => a with { Categories = Texts(trace["y"]) });

    /// <summary>The positions of a matrix's columns or rows: its own, if they are evenly spaced; else 0, 1, ….</summary>
    private static double[] Positions(JToken? values, int count)
    {
        var said = Numbers(values);
        var step = said.Length > 1 ? (said[^1] - said[0]) / (said.Length - 1) : double.NaN;
        return said.Length == count && step > 0 && said.Index().All(v => Math.Abs(v.Item - (said[0] + (v.Index * step))) < 0.01 * step)
            ? said
            : [.. Enumerable.Range(0, count).Select(i => (double)i)];
    }

    private static JObject? Axis(JObject layout, string name) => layout[name[..1] + "axis" + name[1..]] as JObject;

    /// <summary>The title that a panel of a figure has there.</summary>
    private static string TitleAbove(JObject layout, string x)
        => layout["annotations"]?.FirstOrDefault(a => (string?)a["name"] == "title" && (string?)a["xref"] == $"{x} domain") is { } title
            ? TextOf(title).Replace("&lt;", "<", StringComparison.Ordinal)
            : "";

    /// <summary>The hue of a trace that a figure drew; the next one for any other.</summary>
    private static Hue HueOf(JObject trace)
    {
        var colour = (trace["line"]?["color"] ?? trace["marker"]?["color"]) is JValue { Type: JTokenType.String } text
            ? (string?)text
            : null;
        return (Hue)Array.IndexOf([.. Palette.Light], colour);
    }

    private static string TextOf(JToken? title) => (title is JObject parts ? (string?)parts["text"] : (string?)title) ?? "";

    private static double[] Numbers(JToken? values) => values is JArray items ? [.. items.Select(Number)] : [];

    private static double Number(JToken value) => value.Type is JTokenType.Float or JTokenType.Integer ? (double)value : double.NaN;

    /// <summary>The names along an axis; null where it has numbers.</summary>
    private static string[]? Texts(JToken? values)
        => values is JArray { Count: > 0 } items && items[0].Type == JTokenType.String ? [.. items.Select(v => (string?)v ?? "")] : null;

    private static double[,] Matrix(JToken? z)
    {
        double[][] rows = z is JArray items ? [.. items.Select(Numbers)] : [];
        var matrix = new double[rows.Length, rows.Length == 0 ? 0 : rows.Max(r => r.Length)];
        foreach (var (i, row) in rows.Index())
        {
            for (var j = 0; j < matrix.GetLength(1); j++)
                matrix[i, j] = j < row.Length ? row[j] : double.NaN;
        }

        return matrix;
    }
}
