using Notebooks.Sessions;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Book.Tests.Figures;

/// <summary>Figures in the cells of a session: shown by convention, redrawn in place.</summary>
public sealed class LiveDisplayTests : IDisposable
{
    private const string Usings = "using NeuralNets.Charts; using NeuralNets.Display; using NeuralNets.Training;\n";

    private const string NobodyWatches = "Notebooks.NobodyWatches";

    private readonly CSharpSession session = new(Path.GetTempPath(), new CellCompiler(Path.GetTempPath()));
    private readonly List<SessionEvent> events = [];
    private int cells;

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_figure_is_a_page_fragment_and_a_sentence()
    {
        var value = await Run("Figure.Scatter([1.0, 2], [3.0, 4], \"data\").Titled(\"Two points\")");
        Assert.StartsWith("<div class=\"nnf\"", Text(value, "text/html"), StringComparison.Ordinal);
        Assert.Equal("Two points", Text(value, "text/plain"));
    }

    [Fact]
    public async Task A_chart_of_plotly_is_shown_as_such_a_figure()
    {
        await Run("var anything = Figure.Of(\"\");");
        var value = await Run("Plotly.NET.CSharp.Chart.Line<double, double, string>(new[] { 1.0, 2 }, new[] { 3.0, 4 }, Name: \"mine\")");
        Assert.Contains("data-figure=\"chart\"", Text(value, "text/html"), StringComparison.Ordinal);
        Assert.Equal("A line 'mine' through 2 points", Text(value, "text/plain"));
    }

    [Fact]
    public async Task A_training_run_is_drawn_in_one_output_from_its_first_epoch_to_its_replay()
    {
        await Run(
            """
            double[] x = [0, 1, 2], y = [1, 2, 3];
            IEnumerable<double> fit = y;
            var watch = new HistoryRecorder(300, new TrainingFigure(x, y));
            for (var epoch = 1; epoch <= 300; epoch++)
            {
                watch.Add(1.0 / epoch, fit);
                if (epoch % 100 == 0)
                    await Task.Delay(400);
            }
            watch.Finish();
            """);
        var display = Assert.Single(events.OfType<SessionEvent.Display>());
        var updates = events.OfType<SessionEvent.UpdateDisplay>().ToArray();
        Assert.InRange(updates.Length, 3, 27);
        Assert.All(updates, u => Assert.Equal(display.DisplayId, u.DisplayId));
        Assert.All(updates[..^1], u => Assert.DoesNotContain("<script", Text(u.Data, "text/html"), StringComparison.Ordinal));
        Assert.Equal("Data; MSE by epoch", Text(updates[0].Data, "text/plain"));
        Assert.Contains("MSE 1.0000", Text(updates[1].Data, "text/plain"), StringComparison.Ordinal);
        Assert.Contains("\"name\":\"300\"", Text(updates[^1].Data, "text/html"), StringComparison.Ordinal);
        Assert.Equal("Data and fit, MSE 0.0033", Text(updates[^1].Data, "text/plain"));
    }

    [Fact]
    public async Task Where_nobody_watches_only_the_first_and_the_final_figure_are_drawn()
    {
        AppContext.SetSwitch(NobodyWatches, true);
        try
        {
            await Run(
                """
                double[] x = [0, 1, 2];
                IEnumerable<double> fit = x;
                var drawn = 0;
                var live = new LiveFigure();
                for (var step = 1; step <= 25; step++)
                {
                    live.Draw(() => { drawn++; return Figure.Line(x, fit); });
                    await Task.Delay(50);
                }
                live.Finish(Figure.Line(x, fit).Titled($"drawn {drawn} times before"));
                var watch = new HistoryRecorder(300, new TrainingFigure(x, x));
                for (var epoch = 1; epoch <= 300; epoch++)
                    watch.Add(1.0 / epoch, fit);
                watch.Finish();
                """);
        }
        finally
        {
            AppContext.SetSwitch(NobodyWatches, false);
        }

        var updates = events.OfType<SessionEvent.UpdateDisplay>().ToArray();
        Assert.Equal(
            ["A line through 3 points", "drawn 1 times before", "Data; MSE by epoch", "Data and fit, MSE 0.0033"],
            updates.Select(u => Text(u.Data, "text/plain")));
    }

    [Fact]
    public async Task Drawing_changes_no_number()
    {
        var value = await Run(
            """
            static double[] Train(ITrainingObserver observer)
            {
                double[] x = [.. Enumerable.Range(0, 100).Select(i => i / 99.0)];
                var watch = new HistoryRecorder(1000, observer);
                var a = 0.0;
                for (var epoch = 1; epoch <= 1000; epoch++)
                {
                    watch.Add(Math.Pow(1 - a, 2), x.Select(v => a * v));
                    a += 0.01 * (1 - a);
                }
                return [.. watch.Finish().Loss];
            }
            double[] xs = [.. Enumerable.Range(0, 100).Select(i => i / 99.0)];
            $"{Train(new TrainingFigure(xs, xs)).SequenceEqual(Train(null))}"
            """);
        Assert.Equal("True", Text(value, "text/plain"));
    }

    [Fact]
    public async Task An_error_in_the_loop_leaves_the_last_picture_and_the_error()
    {
        var result = await Execute(
            "var live = new LiveFigure(); live.Draw(() => Figure.Of(\"half way\")); "
            + "await Task.Delay(500); throw new InvalidOperationException(\"stop\");");
        Assert.False(result.Succeeded);
        Assert.Equal("half way", Text(events.OfType<SessionEvent.UpdateDisplay>().Last().Data, "text/plain"));
    }

    private static string Text(MimeBundle? bundle, string mimeType) => bundle?.Data[mimeType]?.ToString() ?? "";

    /// <summary>Runs a cell that succeeds; its value.</summary>
    private async Task<MimeBundle?> Run(string code)
    {
        var result = await Execute(code);
        Assert.True(result.Succeeded, result.Error?.Message);
        return events.OfType<SessionEvent.Value>().LastOrDefault()?.Data;
    }

    private Task<CellResult> Execute(string code)
    {
        var source = cells++ == 0 ? $"#r \"{typeof(NeuralNets.Training.TrainingHistory).Assembly.Location}\"\n{Usings}{code}" : code;
        return session.ExecuteAsync(new CellRequest(source, "test.ipynb", cells), Add, TestContext.Current.CancellationToken);
    }

    private void Add(SessionEvent sessionEvent)
    {
        lock (events)
            events.Add(sessionEvent);
    }
}
