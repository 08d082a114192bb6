using System.Diagnostics;
using NeuralNets.Charts;

namespace NeuralNets.Display;

/// <summary>
/// A figure that is redrawn in place while something runs. Drawing happens beside the computation and never changes it: a
/// redraw that comes while the last one is still on its way is dropped, the final one never. Where nothing can show it, as
/// in a plain program, it costs nothing; where a host shows it but nobody watches, only the first and the final one are
/// drawn: the first stays where the run fails.
/// <code>
/// var live = new LiveFigure();
/// for (var step = 1; step &lt;= steps; step++) { …; live.Draw(() => Figure.Line(xs, ys)); }
/// live.Finish(Figure.Line(xs, ys));
/// </code>
/// </summary>
/// <remarks>A host says that nobody watches by the switch <c>Notebooks.NobodyWatches</c> of <see cref="AppContext"/>.</remarks>
public sealed class LiveFigure
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(40);

    private readonly bool isWatched = !(AppContext.TryGetSwitch("Notebooks.NobodyWatches", out var nobodyWatches) && nobodyWatches);
    private readonly HostDisplay? host = HostDisplay.Show(LiveView.Nothing);
    private Task drawing = Task.CompletedTask;
    private long readyAt;

    /// <summary>True if a host shows the figure.</summary>
    public bool IsShown => host is not null;

    /// <summary>True if a redraw now would be drawn; else it would be dropped.</summary>
    public bool IsReady => IsShown && (isWatched || IsFirst) && drawing.IsCompleted && Stopwatch.GetTimestamp() >= readyAt;

    /// <summary>True if the running cell is the one that shows the figure, or none could.</summary>
    public bool BelongsHere => host is null || host.IsInRunningCell;

    private bool IsFirst => drawing == Task.CompletedTask;

    /// <summary>Redraws, unless the last redraw is still on its way.</summary>
    /// <param name="figure">
    /// Makes the figure; called on another thread, and only if it is drawn, so it must not read what the computation goes on
    /// to change.
    /// </param>
    public void Draw(Func<Figure> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (IsReady)
            drawing = Task.Run(() => Show(figure));
    }

    /// <summary>Redraws for certain, if anybody watches: now, or when the last redraw has arrived.</summary>
    /// <param name="figure">Makes the figure, as for <see cref="Draw"/>.</param>
    public void DrawSurely(Func<Figure> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (IsShown && isWatched)
            drawing = drawing.ContinueWith(_ => Show(figure), TaskScheduler.Default);
    }

    /// <summary>Draws the final figure, after all others, replay included.</summary>
    public void Finish(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        drawing.GetAwaiter().GetResult();
        host?.Update(figure);
    }

    private void Show(Func<Figure> figure)
    {
        var started = Stopwatch.GetTimestamp();
        host!.Update(new LiveView(figure()));
        var pause = Math.Max(ShortestPause.Ticks, 3 * Stopwatch.GetElapsedTime(started).Ticks);
        readyAt = Stopwatch.GetTimestamp() + (pause * Stopwatch.Frequency / TimeSpan.TicksPerSecond);
    }
}
