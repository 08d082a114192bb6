using System.Text.Json;
using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

public class ChartsSliderTests
{
    private static readonly double[] X = [0, 1];

    [Fact]
    public void It_rests_at_the_value_that_is_shown_and_does_not_play()
    {
        var figure = FigureGallery.Slider();
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        var meta = json.RootElement.GetProperty("layout").GetProperty("meta");
        Assert.Equal(("slope", 2, false),
            (meta.GetProperty("frames").GetString(), meta.GetProperty("shown").GetInt32(), meta.GetProperty("plays").GetBoolean()));
        Assert.Equal("-1.0", json.RootElement.GetProperty("frames")[2].GetProperty("name").GetString());
        Assert.Equal("A line with the slope -1.0", figure.ToString());
        Assert.Contains("A line with the slope -1.0</tspan>", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_rests_at_its_end_and_plays()
    {
        using var json = JsonDocument.Parse(FigureGallery.Training().ToPlotlyJson());
        var meta = json.RootElement.GetProperty("layout").GetProperty("meta");
        Assert.Equal((24, true), (meta.GetProperty("shown").GetInt32(), meta.GetProperty("plays").GetBoolean()));
    }

    [Fact]
    public void Without_a_frame_there_is_no_slider_and_no_replay()
    {
        Assert.StartsWith(
            "Found no frame. A slider needs at least one.", Assert.Throws<ArgumentException>(() => Figure.Slider("a", [], "1")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Found no frame. A replay needs at least one.", Assert.Throws<ArgumentException>(() => Figure.Replay("a", [])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_no_frame_has_is_an_error_that_names_those_there_are() => Assert.StartsWith(
        "Found no frame '3'. Expected one of 1, 2.",
        Assert.Throws<ArgumentException>(() => Figure.Slider("a", [("1", Line(1)), ("2", Line(2))], "3")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Too_many_frames_are_an_error_where_a_replay_leaves_some_out() => Assert.StartsWith(
        "Found 51 frames. A slider has at most 50.",
        Assert.Throws<ArgumentException>(() => Figure.Slider("a", Enumerable.Range(1, 51).Select(i => ($"{i}", Line(i))), "1")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_frame_of_another_shape_is_an_error_that_shows_both() => Assert.Equal(
        "Found frame '1' with Points. Expected Curve, as in the last frame.",
        Assert.Throws<ArgumentException>(() => Figure.Slider("a", [("1", Figure.Scatter(X, X)), ("2", Line(2))], "2")).Message);

    private static Figure Line(double slope) => Figure.Line(X, [0, slope]);
}
