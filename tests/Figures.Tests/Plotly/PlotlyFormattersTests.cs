using Microsoft.DotNet.Interactive.Formatting;
using NeuralNets.Charts;
using Plotly.NET.CSharp;

namespace NeuralNets.Tests.Charts;

/// <summary>What the kernel's own registry shows, as it stands beside these tests.</summary>
public class PlotlyFormattersTests
{
    private static readonly double[] X = [1, 2, 3];

    [Fact]
    public void A_chart_of_plotly_is_shown_as_a_figure_once_a_figure_was_made()
    {
        Assert.Contains("data-figure=\"figure\"", Figure.Of("").ToDisplayString("text/html"), StringComparison.Ordinal);
        var chart = Chart.Line<double, double, string>(X, X, Name: "three");
        Assert.Contains("data-figure=\"chart\"", chart.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal("A line 'three' through 3 points", chart.ToDisplayString("text/plain"));
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(chart.GetType()));
    }
}
