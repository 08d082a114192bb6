using System.Security.Cryptography;
using NeuralNets.Charts;
using Plotly.NET.CSharp;

namespace NeuralNets.Tests.Charts;

public class ChartsPlotlyTests
{
    private static readonly string[] Labels = ["a", "b", "c"];
    private static readonly double[] Values = [1, 3, 2];

    [Fact]
    public void The_hash_of_the_library_from_the_network_is_that_of_the_embedded_copy()
    {
        var assembly = typeof(Plotly.NET.GenericChart).Assembly;
        using var stream = assembly.GetManifestResourceStream("Plotly.NET.plotly-2.28.0.min.js")!;
        Assert.Equal(LiveScript.PlotlyHash, Convert.ToBase64String(SHA384.HashData(stream)));
    }

    [Fact]
    public void A_chart_of_plotly_is_shown_without_its_template_and_with_a_picture_of_its_data()
    {
        var figure = Figure.From(Chart.Column<double, string, string>(Values, Keys: Labels, Name: "three columns"));
        Assert.Equal("3 bars 'three columns'", figure.ToString());
        Assert.DoesNotContain("template\"", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Contains(">b</text>", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_cannot_be_drawn_flat_is_named()
    {
        var figure = Figure.From(Chart.Point3D<double, double, double, string>(Values, Values, Values));
        Assert.Contains("scatter3d chart", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("scatter3d", figure.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { -5.0, 0, 5 }, new[] { -5.0, 0, 5 })]
    [InlineData(new[] { -5.0, 0, 1 }, new[] { 0.0, 1, 2 })]
    public void A_surface_is_drawn_as_a_heat_map_at_its_own_positions_if_they_are_even(double[] x, double[] drawn)
    {
        double[][] z = [[0, 1, 2], [1, 2, 3]];
        var figure = Figure.From(Chart.Surface<double, double, double, string>(z, X: x));
        Assert.Equal(Figure.HeatMap(drawn, [0.0, 1], new[,] { { 0.0, 1, 2 }, { 1, 2, 3 } }).Sized(500, 360).ToSvg(), figure.ToSvg());
    }

    [Fact]
    public void Not_a_number_in_a_chart_of_plotly_is_null()
        => Assert.DoesNotContain("NaN", Figure.From(Chart.Line<double, double, string>(Values, [1, double.NaN, 3]))
            .ToPlotlyJson(), StringComparison.Ordinal);
}
