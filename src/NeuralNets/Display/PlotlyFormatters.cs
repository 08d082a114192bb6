using NeuralNets.Charts;
using GenericChart = Plotly.NET.GenericChart;

namespace NeuralNets.Display;

/// <summary>Shows Plotly.NET's own charts in notebooks as figures.</summary>
internal static class PlotlyFormatters
{
    public static void RegisterWith(HostFormatters host)
        => host.Register(typeof(GenericChart), value => FigureOf(value).ToHtml(), value => FigureOf(value).ToString(), "text/html", "text/plain");

    private static Figure FigureOf(object chart) => Figure.From((GenericChart)chart);
}
