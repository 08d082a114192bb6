using System.Globalization;
using System.Text.RegularExpressions;
using Notebooks.Sessions;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;
using Testing;

namespace Bounds;

/// <summary>What watching a run costs it.</summary>
public class DrawingTests
{
    /// <summary>The chapter's smallest run: 200 steps of about a tenth of a millisecond, here the first that is ever drawn.</summary>
    private const string Cell = """
        using System.Diagnostics;
        class Watched(ITrainingObserver inner) : ITrainingObserver
        {
            public TimeSpan Spent;
            public void OnSnapshot(int epochs, TrainingHistory history)
            {
                var started = Stopwatch.GetTimestamp();
                inner.OnSnapshot(epochs, history);
                Spent += Stopwatch.GetElapsedTime(started);
            }
            public void OnFinished(TrainingHistory history) => inner.OnFinished(history);
        }
        double[] x = [.. Enumerable.Range(0, 100).Select(i => i / 99.0)];
        IEnumerable<double> fit = x;
        double Share()
        {
            var watched = new Watched(new TrainingFigure(x, x));
            var watch = new HistoryRecorder(200, watched);
            var started = Stopwatch.GetTimestamp();
            for (var epoch = 1; epoch <= 200; epoch++)
            {
                var step = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(step).TotalMicroseconds < 120) { }
                watch.Add(1.0 / epoch, fit);
            }
            var all = Stopwatch.GetElapsedTime(started);
            watch.Finish();
            return watched.Spent / all;
        }
        // The middle one of five: other programs run too.
        new[] { Share(), Share(), Share(), Share(), Share() }.Order().ElementAt(2)
        """;

    [Fact]
    public async Task Drawing_takes_less_than_a_tenth_of_the_time_of_training()
    {
        using var session = new CSharpSession(WorkingCopy.NotebooksFolder, new CellCompiler(WorkingCopy.NotebooksFolder));
        var library = Path.Combine(WorkingCopy.LibraryOutput, "NeuralNets.dll");
        var code = $"#r \"{library}\"\nusing NeuralNets.Charts; using NeuralNets.Training;\n{Cell}";
        var values = new List<SessionEvent.Value>();
        void Add(SessionEvent happened)
        {
            if (happened is SessionEvent.Value value)
                values.Add(value);
        }

        var result = await session.ExecuteAsync(new CellRequest(code, "bounds.ipynb", 1), Add, TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded, result.Error?.Message);
        var shown = values.Single().Data.Data["text/html"].ToString();
        var share = double.Parse(Regex.Match(shown, @"\d[\d.E-]*(?=<)").Value, CultureInfo.InvariantCulture);
        Bound.Hold("time of drawing, as a share of the time of training (the middle one of five)", share, 0.1);
    }
}
