using NeuralNets.Display;
using GenericChart = Plotly.NET.GenericChart;

namespace NeuralNets.Charts;

/// <summary>Shows Plotly.NET's own charts in notebooks as figures.</summary>
internal static class PlotlyFormatters
{
    /// <summary>Registers them for the cases of the type: a kernel prefers these to what another library says of the type itself.</summary>
    public static void RegisterWith(HostFormatters host)
    {
        foreach (var type in typeof(GenericChart).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(GenericChart))))
            host.Register(type, value => FigureOf(value).ToHtml(), value => FigureOf(value).ToString(), "text/html", "text/plain");
    }

    private static Figure FigureOf(object chart) => Figure.From((GenericChart)chart);
}
