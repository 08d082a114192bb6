using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>
/// Charts that a cell built with Plotly.NET itself: their live side as it is, their static side as far as it can be
/// drawn.
/// </summary>
public static class PlotlyChart
{
    extension(Figure)
    {
        /// <summary>
        /// A chart that was built with Plotly.NET itself, as a figure; a cell shows such a chart so of its own accord, once a
        /// cell has used anything of this library.
        /// </summary>
        /// <param name="chart">The chart. Its flat kinds are drawn on pages without scripts too, the others are named there.</param>
        public static Figure From(GenericChart chart)
        {
            ArgumentNullException.ThrowIfNull(chart);
            return ToFigure(chart);
        }
    }

    private static Figure ToFigure(GenericChart chart)
    {
        var traces = Read(GenericChart.getTraces(chart)) as JArray ?? [];
        var layout = Read(GenericChart.getLayout(chart)) as JObject ?? [];
        var size = Size((double?)layout["width"], (double?)layout["height"]);
        foreach (var name in new[] { "template", "width", "height" })
            layout.Remove(name);
        return PlotlyDrawing.Of(traces, layout).WithLive(chart, Live(traces, layout), size);
    }

    /// <summary>The size that the author asked for; Plotly.NET asks for 600 × 600 when the author says nothing.</summary>
    private static (double Width, double Height) Size(double? width, double? height)
        => (width, height) is (600 or null, 600 or null) ? (500, 360) : (Math.Max(120, width ?? 500), Math.Max(100, height ?? 360));

    private static JToken Read(object value)
    {
        // Its settings leave out what is not set; plain null for NaN comes later.
        using var reader = new JsonTextReader(new StringReader(JsonConvert.SerializeObject(value, Globals.JSON_CONFIG)))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JToken.Load(reader);
    }

    private static string Live(JArray traces, JObject layout)
    {
        var dressed = (JObject)layout.DeepClone();
        dressed["autosize"] = true;
        dressed["paper_bgcolor"] ??= "rgba(0,0,0,0)";
        dressed["plot_bgcolor"] ??= "rgba(0,0,0,0)";
        dressed["font"] ??= new JObject { ["color"] = Palette.Text.Light };
        dressed["colorway"] ??= new JArray(Palette.Light);
        dressed["margin"] ??= new JObject { ["t"] = 50, ["l"] = 50, ["r"] = 20, ["b"] = 50 };
        dressed["xaxis"] ??= new JObject();
        dressed["yaxis"] ??= new JObject();
        foreach (var axis in dressed.Properties().Where(p => p.Name.Contains("axis", StringComparison.Ordinal)).Select(p => p.Value)
            .OfType<JObject>())
        {
            axis["gridcolor"] ??= Palette.Grid.Light;
            axis["zerolinecolor"] ??= Palette.Grid.Light;
        }

        var figure = new JObject { ["data"] = Finite(traces.DeepClone()), ["layout"] = dressed, ["frames"] = new JArray() };
        return JsonConvert.SerializeObject(figure, new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeHtml });
    }

    private static JToken Finite(JToken token)
    {
        foreach (var number in token.SelectTokens("$..*").OfType<JValue>()
            .Where(v => v.Value is double.NaN or double.PositiveInfinity or double.NegativeInfinity or "NaN" or "Infinity" or "-Infinity")
            .ToArray())
            number.Value = null;
        return token;
    }
}
