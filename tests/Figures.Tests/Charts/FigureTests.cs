using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

public class ChartsFigureTests
{
    private static readonly double[] X = [0, 1, 2];
    private static readonly double[] Y = [1, 3, 2];

    [Fact]
    public void A_figure_is_a_value_and_adding_to_it_leaves_it_as_it_was()
    {
        var points = Figure.Scatter(X, Y, "data");
        var html = points.ToHtml();
        var both = points.Line(X, Y, "fit");
        Assert.Equal(html, points.ToHtml());
        Assert.NotEqual(html, both.ToHtml());
    }

    [Fact]
    public void Plain_text_says_the_title_with_its_number_in_invariant_culture()
        => Assert.Equal("Data and fit, true MSE 0.0498", Figure.Scatter(X, Y).Titled("Data and fit, true MSE {0:F4}", 0.04983).ToString());

    [Fact]
    public void Curves_that_are_described_alike_are_described_once_to_who_does_not_see_them()
        => Assert.Contains("<desc>A line through 3 points (3 times), a line 'fit' through 3 points. x from", Figure.Line(X, Y).Line(X, Y)
            .Line(X, Y, "fit").Line(Y, X).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Html_begins_with_the_picture_then_the_data_then_the_script()
    {
        var html = Figure.Scatter(X, Y, "data").ToHtml();
        var (svg, json, script) = (html.IndexOf("<svg", StringComparison.Ordinal),
            html.IndexOf("<script type=\"application/json\">", StringComparison.Ordinal),
                html.IndexOf("<script data-figure-script>", StringComparison.Ordinal));
        Assert.True(svg >= 0 && svg < json && json < script);
    }

    [Fact]
    public void Maps_that_are_to_be_compared_have_one_range_of_colours()
        => Assert.Contains("\"zmin\":0,\"zmax\":1,", Figure.HeatMap([0, 1], [0, 1], new[,] { { 0.4, 0.5 }, { 0.5, 0.6 } }, range: (0, 1))
            .ToPlotlyJson(), StringComparison.Ordinal);

    [Fact]
    public void Lengths_that_differ_are_an_error_that_names_both()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Scatter(X, new double[5]));
        Assert.Equal("Found 3 x and 5 y. Expected as many of both.", error.Message);
    }
}
