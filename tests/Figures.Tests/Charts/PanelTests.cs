using System.Globalization;
using System.Xml.Linq;
using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

/// <summary>What stands around a plot, and how far from it.</summary>
public class PanelTests
{
    private static readonly double[] X = [0, 1, 2];

    [Theory]
    [InlineData("true MSE", 1)]
    [InlineData("cross-entropy: median and middle 80 %", 2)]
    [InlineData("unpronounceable", 1)]
    [InlineData("a name of an axis that is far too long for any axis of a small panel of a grid of many", 2)]
    public void The_name_of_the_vertical_axis_is_no_longer_than_the_axis(string name, int lines)
    {
        var panel = XDocument.Parse(Figure.Grid(3, Enumerable.Repeat(Figure.Line(X, X).Axes("x", name), 6)).ToSvg());
        var written = panel.Descendants()
            .Where(e => (string?)e.Attribute("transform") is { } t && t.Contains("rotate", StringComparison.Ordinal))
            .Take(lines + 1).ToArray();
        var axis = double.Parse(panel.Descendants().First(e => e.Attribute("data-plot") is not null).Attribute("height")!.Value,
            CultureInfo.InvariantCulture);
        Assert.Equal(lines, written.Count(e => e.Parent == written[0].Parent));
        Assert.All(written, line => Assert.InRange(TextWidth.Of(line.Value, TextSize.Label), 1, axis));
    }

    [Fact]
    public void Ticks_of_one_panel_stay_clear_of_the_title_of_the_next()
    {
        var figure = Figure.Grid(2, Enumerable.Repeat(Figure.Line(X, X).Titled("title").Axes("x", "y"), 4));
        var height = FigureSvg.PanelSize(figure).Height;
        var lowest = XDocument.Parse(figure.ToSvg()).Descendants().Where(e => e.Name.LocalName == "text" && e.Attribute("y") is not null)
            .Max(e => double.Parse(e.Attribute("y")!.Value, CultureInfo.InvariantCulture));
        Assert.InRange(height - lowest, 12, 40);
    }

    [Fact]
    public void A_title_of_two_lines_has_no_lonely_word()
    {
        const string Title = "Too little decay overfits, too much learns little; best decay is λ = 0.1";
        var lines = XDocument.Parse(Figure.Line(X, X).Titled(Title).ToSvg()).Descendants()
            .Where(e => e.Name.LocalName == "tspan").Select(e => e.Value).ToArray();
        Assert.Equal(Title, string.Join(' ', lines));
        Assert.True(lines.Min(line => line.Length) > 0.6 * lines.Max(line => line.Length), string.Join(" / ", lines));
    }
}
