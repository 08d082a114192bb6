using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

public class ChartsEdgeCaseTests
{
    private static readonly double[] Odd = [double.NaN, 1, double.PositiveInfinity, 2, double.NegativeInfinity];

    public static IEnumerable<TheoryDataRow<string>> Kinds => FigureGallery.Kinds.Keys.Select(kind => new TheoryDataRow<string>(kind));

    [Fact]
    public void What_is_not_a_number_is_a_gap_in_both_renderings()
    {
        var figure = Figure.Line(Enumerable.Range(0, 5), Odd, "odd").Scatter(Odd, Odd);
        MustBeSound(figure);
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("data")[0].GetProperty("y")[0].ValueKind);
        Assert.Equal(2, json.RootElement.GetProperty("data")[0].GetProperty("y")[3].GetDouble());
    }

    [Fact]
    public void Nothing_one_point_and_equal_values_are_drawn_without_a_number_that_is_none()
    {
        double[] none = [];
        double[][] values = [[], [3], [0], [2, 2, 2], [-1e300, 1e300], [1e-300, 2e-300], [double.NaN]];
        foreach (var y in values)
        {
            var x = Enumerable.Range(0, y.Length).ToArray();
            var labels = x.Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
            MustBeSound(Figure.Scatter(x, y, "points"));
            MustBeSound(Figure.Line(x, y, "line").LogY().LogX());
            MustBeSound(Figure.Bars(labels, y, y, "bars"));
            MustBeSound(Figure.Bars(labels, y, y, "bars").LogY());
            MustBeSound(Figure.Histogram(y));
            MustBeSound(Figure.Boxes(["a", "b"], [y, none]));
            MustBeSound(Figure.Band(x, y, y));
            MustBeSound(Figure.Spread([y, y], "runs"));
            MustBeSound(Figure.Losses(y, "run").Note(1, double.NaN, "nowhere").HorizontalLine(0).VerticalLine(2));
        }

        MustBeSound(Figure.Of("Nothing yet"));
        MustBeSound(Figure.HeatMap(new double[0, 0]));
        MustBeSound(Figure.HeatMap(new double[3, 2], format: "0.0"));
        MustBeSound(Figure.Contour((_, _) => 1, (0, 1), (0, 1)));
        MustBeSound(Figure.Contour((_, _) => double.NaN, (0, 1), (0, 1)));
        MustBeSound(Figure.Images([new double[1, 1]]));
        MustBeSound(Figure.ColourImages([new double[3, 1, 1]]));
        MustBeSound(Figure.Network([1, 1], [new double[1, 1]]));
    }

    [Fact]
    public void Lengths_that_differ_are_errors_that_name_both()
    {
        double[] three = [1, 2, 3];
        double[] five = [1, 2, 3, 4, 5];
        string[] labels = ["a", "b"];
        MustName(() => Figure.Scatter(three, five), "3 x", "5 y");
        MustName(() => Figure.Line(five, three), "5 x", "3 y");
        MustName(() => Figure.Band(three, five, three), "3 x", "5 low");
        MustName(() => Figure.Band(three, three, five), "3 x", "5 high");
        MustName(() => Figure.Bars(labels, three), "2 labels", "3 heights");
        MustName(() => Figure.Bars(labels, [1, 2], three), "2 heights", "3 errors");
        MustName(() => Figure.Boxes(labels, [three]), "2 labels", "1 groups of runs");
        MustName(() => Figure.Spread([three, five]), "3 epochs in the first run", "5 in run 2");
        MustName(() => Figure.HeatMap(new double[2, 4], labels, labels), "4 columns", "2 names of columns");
        MustName(() => Figure.Contour(three, five, new double[3, 3]), "5 y", "3 rows");
        MustName(() => Figure.Images([new double[2, 2]], labels), "1 images", "2 captions");
        MustName(() => Figure.ColourImages([new double[3, 2, 2]], labels), "1 images", "2 captions");
        MustName(() => Figure.Network([2, 3], captions: ["one"]), "2 layers", "1 captions");
        MustName(() => Figure.Network([2, 3], [new double[2, 3]]), "2 × 3", "3 × 2");
    }

    [Fact]
    public void What_makes_no_figure_is_an_error_that_says_what_was_expected()
    {
        Assert.Contains("A grid needs at least one", Assert.Throws<ArgumentException>(() => Figure.Grid(2)).Message,
            StringComparison.Ordinal);
        Assert.Contains("A replay needs at least one", Assert.Throws<ArgumentException>(() => Figure.Replay("epoch", [])).Message,
            StringComparison.Ordinal);
        Assert.Contains("A spread needs at least one", Assert.Throws<ArgumentException>(() => Figure.Spread([])).Message,
            StringComparison.Ordinal);
        Assert.Contains("at least one image", Assert.Throws<ArgumentException>(() => Figure.Images([])).Message, StringComparison.Ordinal);
        Assert.Contains("[3, rows, columns]", Assert.Throws<ArgumentException>(() => Figure.ColourImages([new double[1, 2, 2]])).Message,
            StringComparison.Ordinal);
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => Figure.Network([3])).Message, StringComparison.Ordinal);
        Assert.Contains("2 panels",
            Assert.Throws<InvalidOperationException>(() => Figure.Grid(2, Figure.Of("a"), Figure.Of("b")).Note(0, 0, "c")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Of("a").RangeY(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Of("a").Sized(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Histogram([1.0], bins: 0));
    }

    [Fact]
    public void A_million_points_are_drawn_reduced_and_the_figure_says_so()
    {
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(i => (double)i)];
        double[] y = [.. x.Select(v => Math.Sin(v / 50_000))];
        y[654_321] = 7;
        foreach (var figure in new[] { Figure.Scatter(x, y, "cloud"), Figure.Line(x, y, "curve"), Figure.Line(x, y) })
        {
            MustBeSound(figure);
            Assert.True(figure.ToHtml().Length < 150_000, $"{figure.ToHtml().Length} bytes");
            Assert.Contains("(of 1,000,000)", figure.ToSvg(), StringComparison.Ordinal);
            using var json = JsonDocument.Parse(figure.ToPlotlyJson());
            Assert.Equal(7, json.RootElement.GetProperty("data")[0].GetProperty("y").EnumerateArray().Max(v => v.GetDouble()));
        }
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void Every_figure_is_the_same_in_every_culture(string culture)
    {
        var expected = FigureGallery.Kinds.ToDictionary(k => k.Key, k => k.Value().ToHtml() + k.Value());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            foreach (var (kind, make) in FigureGallery.Kinds)
                Assert.Equal(expected[kind], make().ToHtml() + make());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_a_sound_document_within_its_bound(string kind)
    {
        var figure = FigureGallery.Kinds[kind]();
        MustBeSound(figure);
        Assert.True(figure.ToSvg().Length <= 24_000, $"{figure.ToSvg().Length} bytes of SVG");
        Assert.True(figure.ToHtml().Length <= 50_000, $"{figure.ToHtml().Length} bytes of HTML");
    }

    [Fact]
    public void Thirty_runs_of_thousands_of_epochs_weigh_no_more_than_a_screen_shows()
    {
        double[][] runs = [.. Enumerable.Range(1, 30).Select(run => Enumerable.Range(1, 2500)
            .Select(epoch => 0.05 + (run * Math.Exp(-epoch / (10.0 * run)))).ToArray())];
        var figure = Figure.Spread(runs, "loss").LogX().LogY();
        MustBeSound(figure);
        Assert.True(figure.ToHtml().Length < 36_000, $"{figure.ToHtml().Length} bytes");
        Assert.Contains("points (of 2,500)", figure.ToSvg(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        var epochs = json.RootElement.GetProperty("data")[1].GetProperty("x").EnumerateArray().Select(x => x.GetDouble()).ToArray();
        Assert.Equal((1, 2, 3, 2500), (epochs[0], epochs[1], epochs[2], epochs[^1]));
        Assert.All(epochs.Zip(epochs.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 2500 / 100));
    }

    [Fact]
    public void Text_can_end_neither_the_picture_nor_the_script()
    {
        const string Text = "</script><script>alert(1)</script> & \"quotes\" \\ \u2028 \u0001 \U0001F600";
        var figure = Figure.Scatter([1.0], [2.0], Text).Note(1, 2, Text).Titled(Text).Axes(Text, Text);
        MustBeSound(figure);
        Assert.Equal(2, figure.ToHtml().Split("</script>").Length - 1);
    }

    [Fact]
    public void Arrays_and_sequences_draw_the_same()
    {
        double[] x = [0, 1, 2];
        double[] y = [3, 5, 4];
        var expected = Figure.Line(x, y).ToHtml();
        Assert.Equal(expected, Figure.Line(x.AsEnumerable(), y.ToList()).ToHtml());
        Assert.Equal(expected, Figure.Line(Enumerable.Range(0, 3), [3f, 5f, 4f]).ToHtml());
    }

    private static void MustName(Func<Figure> make, string first, string second)
    {
        var error = Assert.Throws<ArgumentException>(make);
        Assert.Contains(first, error.Message, StringComparison.Ordinal);
        Assert.Contains(second, error.Message, StringComparison.Ordinal);
    }

    private static void MustBeSound(Figure figure)
    {
        var svg = figure.ToSvg();
        Assert.NotEmpty(XDocument.Parse(svg).Root!.Elements());
        Assert.DoesNotMatch("=\"[^\"]*(NaN|Infinity|∞)", svg);
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        Assert.Equal(3, json.RootElement.EnumerateObject().Count());
        Assert.NotEmpty(figure.ToString());
        Assert.Equal(figure.ToHtml(), figure.ToHtml());
    }
}
