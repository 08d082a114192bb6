using System.Text.Json;
using NeuralNets.Charts;
using NeuralNets.Data;
using NeuralNets.Training;

namespace NeuralNets.Tests.Charts;

public class TrainingFigureTests
{
    private static readonly double[] Three = [1, 2, 3];
    private static readonly double[] Five = [1, 2, 3, 4, 5];

    [Fact]
    public void A_training_figure_without_a_host_still_has_the_whole_run()
    {
        double[] x = [0, 1, 2];
        double[] loss = [3, 2, 1];
        var history = new TrainingHistory(loss, [new(1, 3, x), new(3, 1, x)]);
        var figure = new TrainingFigure(x, x);
        figure.OnSnapshot(3, history);
        figure.OnFinished(history);
        Assert.Equal("Data and fit, MSE 1.0000", figure.Figure?.ToString());
    }

    [Fact]
    public void Samples_in_any_order_give_a_curve_from_left_to_right()
    {
        double[] x = [2, 0, 1];
        double[] y = [20, 0, 10];
        using var json = JsonDocument.Parse(Finished(x, y, null, new TrainingHistory([1.0], [new(1, 1, y)])).ToPlotlyJson());
        Assert.Equal("[0,1,2]", json.RootElement.GetProperty("data")[1].GetProperty("x").GetRawText());
        Assert.Equal("[0,10,20]", json.RootElement.GetProperty("data")[1].GetProperty("y").GetRawText());
    }

    [Fact]
    public void The_frames_are_the_snapshots_and_both_panels_move()
    {
        var history = new TrainingHistory(Three, [new(1, 1, Three), new(3, 3, [1, 1, 1])]);
        using var json = JsonDocument.Parse(Finished(Three, Three, Three, history).ToPlotlyJson());
        var frames = json.RootElement.GetProperty("frames");
        Assert.Equal(["1", "3"], frames.EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        Assert.Equal("[2,3,4]", frames[0].GetProperty("traces").GetRawText());
    }

    [Theory]
    [InlineData(false, "linear")]
    [InlineData(true, "log")]
    public void The_axis_of_the_loss_is_logarithmic_if_wanted(bool log, string type)
    {
        var figure = new TrainingFigure(Three, Three, logLoss: log);
        figure.OnFinished(new TrainingHistory(Three, [new(1, 1, Three), new(3, 3, Three)]));
        using var json = JsonDocument.Parse(figure.Figure!.ToPlotlyJson());
        var layout = json.RootElement.GetProperty("layout");
        Assert.Equal(type, layout.GetProperty("yaxis2").TryGetProperty("type", out var found) ? found.GetString() : "linear");
        Assert.False(layout.GetProperty("yaxis").TryGetProperty("type", out var fit) && fit.GetString() == "log");
    }

    [Fact]
    public void Lengths_that_differ_are_errors_that_name_both()
    {
        var history = new TrainingHistory(Three, [new(3, 0.1, Five)]);
        MustName(() => Finished(Three, Five, null, history), "3 x", "5 y");
        MustName(() => Finished(Three, Three, Five, history), "3 x", "5 yTrue");
        MustName(() => Finished(Three, Three, null, history), "3 x", "5 predictions");
    }

    private static Figure Finished(Values x, Values y, Values? yTrue, TrainingHistory history)
    {
        var figure = new TrainingFigure(x, y, yTrue);
        figure.OnFinished(history);
        return figure.Figure!;
    }

    private static void MustName(Func<Figure> make, string first, string second)
    {
        var error = Assert.Throws<ArgumentException>(make);
        Assert.Contains(first, error.Message, StringComparison.Ordinal);
        Assert.Contains(second, error.Message, StringComparison.Ordinal);
    }
}
