using System.Diagnostics;
using NeuralNets.Charts;

namespace NeuralNets.Display;

/// <summary>
/// A figure that is redrawn in place while something runs. In a page there is one thread: a redraw takes its time from the
/// computation, and is dropped until three times as long has passed.
/// </summary>
public sealed class LiveFigure
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(40);

    private readonly HostDisplay host = HostDisplay.Show(LiveView.Nothing)!;
    private TimeSpan pause;
    private long drawn;

    /// <summary>True if a host shows the figure.</summary>
    public bool IsShown { get; } = true;

    /// <summary>True if a redraw now would be drawn; else it would be dropped.</summary>
    public bool IsReady => Stopwatch.GetElapsedTime(drawn) >= pause;

    /// <summary>True if the running cell is the one that shows the figure.</summary>
    public bool BelongsHere => host.IsInRunningCell;

    /// <summary>Redraws, unless the last redraw was just now.</summary>
    /// <param name="figure">Makes the figure; called only if it is drawn.</param>
    public void Draw(Func<Figure> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (IsReady)
            DrawSurely(figure);
    }

    /// <summary>Redraws for certain.</summary>
    /// <param name="figure">Makes the figure.</param>
    public void DrawSurely(Func<Figure> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var started = Stopwatch.GetTimestamp();
        host.Update(new LiveView(figure()));
        drawn = Stopwatch.GetTimestamp();
        pause = TimeSpan.FromTicks(Math.Max(ShortestPause.Ticks, 3 * Stopwatch.GetElapsedTime(started).Ticks));
    }

    /// <summary>Draws the final figure, after all others, replay included.</summary>
    public void Finish(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        host.Update(figure);
    }
}
