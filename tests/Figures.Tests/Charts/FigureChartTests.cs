using NeuralNets.Charts;
using Newtonsoft.Json.Linq;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;
using Figure = NeuralNets.Charts.Figure;

namespace NeuralNets.Tests.Charts;

/// <summary>Figures as charts of Plotly.NET, and what its own functions make of them.</summary>
public class FigureChartTests
{
    private static readonly double[] X = [1, 2, 3];

    private static Figure Two =>
        Figure.Grid(2, Figure.Scatter(X, X, "data").Titled("left").Axes("x", "y"), Figure.Line(X, X, "loss").LogY().Titled("right"));

    public static IEnumerable<TheoryDataRow<string>> Kinds =>
        FigureGallery.Kinds.Keys.Where(k => k != "plotly").Select(kind => new TheoryDataRow<string>(kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Plotly_writes_the_traces_and_the_layout_that_the_figure_writes(string kind)
    {
        var figure = FigureGallery.Kinds[kind]();
        var (expected, found) = (Read(figure.ToPlotlyJson()), Read(GenericChart.toFigureJson(figure.ToChart())));
        var layout = (JObject)found["layout"]!;
        foreach (var side in new[] { "width", "height" })
            Assert.True(layout.Remove(side), $"The chart has no {side}.");

        Assert.Equal(expected["data"]!, found["data"]!, JToken.EqualityComparer);
        Assert.Equal(expected["layout"]!, layout, JToken.EqualityComparer);
    }

    [Fact]
    public void The_functions_of_plotly_change_the_chart_and_not_the_figure()
    {
        var figure = Figure.Scatter(X, X, "data").Titled("before").Axes("x", "y");
        var before = figure.ToPlotlyJson();
        var chart = figure.ToChart()
            .WithXAxisStyle<double, double, string>(TitleText: "time", MinMax: Tuple.Create(0.0, 10.0))
            .WithSize(900, 400);
        var layout = JObject.Parse(GenericChart.toFigureJson(chart))["layout"]!;

        Assert.Equal(("time", "y"), ((string?)layout["xaxis"]!["title"]!["text"], (string?)layout["yaxis"]!["title"]!["text"]));
        Assert.Equal((10, 900, 400), ((double)layout["xaxis"]!["range"]![1]!, (int)layout["width"]!, (int)layout["height"]!));
        Assert.Equal(before, figure.ToPlotlyJson());
    }

    [Fact]
    public void Plotly_finds_the_parts_again_with_their_types()
    {
        var chart = Two.ToChart();
        var layout = chart.GetLayout();
        Assert.All(chart.GetTraces(), trace => Assert.IsType<Trace2D>(trace));
        Assert.Equal("right", ((IEnumerable<Annotation>)layout.GetPropertyValue("annotations")).Last().GetPropertyValue("text"));
        Assert.NotNull(Layout.tryGetLinearAxisById(StyleParam.SubPlotId.NewXAxis(2)).Invoke(layout));
        Assert.NotNull(Layout.tryGetLegendById(StyleParam.SubPlotId.NewLegend(2)).Invoke(layout));
        Assert.Equal((860, 345), (layout.GetPropertyValue("width"), layout.GetPropertyValue("height")));
    }

    [Fact]
    public void A_chart_of_plotly_is_laid_over_a_figure()
    {
        var both = Chart.Combine([Figure.Scatter(X, X, "data").ToChart(), Chart.Line<double, double, string>(X, X, Name: "theirs")]);
        Assert.Equal("3 points 'data', a line 'theirs' through 3 points", Figure.From(both).ToString());
    }

    [Fact]
    public void A_chart_comes_back_as_the_figure_it_was()
    {
        var back = Figure.From(Two.ToChart());
        Assert.Equal(Two.ToString(), back.ToString());
        Assert.Equal(Two.ToSvg(), back.ToSvg());
    }

    [Fact]
    public void A_figure_of_a_chart_hands_that_chart_back()
    {
        var chart = Chart.Line<double, double, string>(X, X);
        Assert.Same(chart, Figure.From(chart).ToChart());
    }

    [Fact]
    public void A_figure_becomes_a_page_of_plotly()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}");
        Two.ToChart().SaveHtml(path);
        try
        {
            Assert.Contains("\"name\":\"loss\"", File.ReadAllText(path + ".html"), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path + ".html");
        }
    }

    /// <summary>JSON whose numbers compare by value: Plotly.NET writes 0.0 where the figure writes 0.</summary>
    private static JObject Read(string json)
    {
        var read = JObject.Parse(json);
        foreach (var whole in read.Descendants().OfType<JValue>().Where(v => v.Type == JTokenType.Integer).ToArray())
            whole.Value = (double)whole;
        return read;
    }
}
