using System.Text.Json;
using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

public class ChartsReplayTests
{
    [Fact]
    public void Frames_are_the_snapshots_and_the_last_one_is_the_figure_itself()
    {
        using var json = JsonDocument.Parse(FigureGallery.Training().ToPlotlyJson());
        var frames = json.RootElement.GetProperty("frames");
        Assert.Equal(25, frames.GetArrayLength());
        Assert.Equal("1", frames[0].GetProperty("name").GetString());
        Assert.Equal("200", frames[24].GetProperty("name").GetString());
        var last = frames[24];
        foreach (var (i, trace) in last.GetProperty("traces").EnumerateArray().Index())
        {
            foreach (var part in last.GetProperty("data")[i].EnumerateObject())
                Assert.Equal(json.RootElement.GetProperty("data")[trace.GetInt32()].GetProperty(part.Name)
                    .GetRawText(), part.Value.GetRawText());
        }
    }

    [Fact]
    public void Both_panels_move_and_what_stands_still_is_not_repeated()
    {
        using var json = JsonDocument.Parse(FigureGallery.Training().ToPlotlyJson());
        var data = json.RootElement.GetProperty("data");
        var moving = json.RootElement.GetProperty("frames")[3].GetProperty("traces").EnumerateArray().Select(t => data[t.GetInt32()])
            .ToArray();
        Assert.Equal(["x", "x2", "x2"], moving.Select(t => t.GetProperty("xaxis").GetString()));
        Assert.Equal(["fit"], moving.Where(t => t.TryGetProperty("name", out _)).Select(t => t.GetProperty("name").GetString()));
    }

    [Fact]
    public void Ranges_hold_every_frame()
    {
        double[] x = [0, 1];
        var figure = Figure.Replay("step", Enumerable.Range(1, 5).Select(i => ($"{i}", Figure.Line(x, [0.0, i == 3 ? 100 : i]))));
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        Assert.True(json.RootElement.GetProperty("layout").GetProperty("yaxis").GetProperty("range")[1].GetDouble() >= 100);
    }

    [Fact]
    public void Of_many_frames_fifty_are_kept_first_and_last_among_them()
    {
        double[] x = [0, 1];
        using var json = JsonDocument.Parse(Figure.Replay("epoch", Enumerable.Range(1, 1000)
            .Select(i => ($"{i}", Figure.Line(x, [0.0, i])))).ToPlotlyJson());
        var names = json.RootElement.GetProperty("frames").EnumerateArray().Select(f => f.GetProperty("name").GetString()).ToArray();
        Assert.Equal(50, names.Length);
        Assert.Equal(("1", "1000"), (names[0], names[^1]));
    }

    [Fact]
    public void A_frame_of_another_shape_is_an_error_that_shows_both()
    {
        double[] x = [0, 1];
        var error = Assert.Throws<ArgumentException>(() => Figure.Replay("epoch", [("1", Figure.Line(x, x)), ("2", Figure.Scatter(x, x))]));
        Assert.Equal("Found frame '1' with Curve. Expected Points, as in the last frame.", error.Message);
    }
}
