using NeuralNets.Training;

namespace NeuralNets.Charts;

/// <content>Figures of training runs, and figures that move.</content>
public sealed partial class Figure
{
    /// <summary>How many frames a replay has at most.</summary>
    public const int MostFrames = 50;

    /// <summary>A training run: data and fit beside the loss curve, both moving together over the epochs.</summary>
    /// <param name="history">The run; its snapshots become the frames, at most <see cref="MostFrames"/> of them.</param>
    /// <param name="x">The feature, one per sample.</param>
    /// <param name="y">The target, as many.</param>
    /// <param name="yTrue">The noise-free curve, as many; null where it is not known.</param>
    /// <param name="lossName">What the loss is called in title and axis.</param>
    /// <exception cref="ArgumentException">Two of the lengths differ, or the history holds no snapshot.</exception>
    public static Figure Training(TrainingHistory history, Values x, Values y, Values? yTrue = null, string lossName = "MSE")
    {
        ArgumentNullException.ThrowIfNull(history);
        return new TrainingPanels(x, y, yTrue, lossName).Replay(history);
    }

    /// <summary>A figure that can be replayed: play, pause, and a slider over its frames. What stands still is its last frame.</summary>
    /// <param name="label">What the slider counts, such as "epoch".</param>
    /// <param name="frames">
    /// The moments, in order: a name, and the figure at that moment. All have the same panels with the same marks; only their
    /// data and titles differ. Of more than <see cref="MostFrames"/> some are left out, evenly; first and last stay.
    /// </param>
    /// <exception cref="ArgumentException">There is no frame, or one has other panels or marks than the last.</exception>
    public static Figure Replay(string label, IEnumerable<(string Name, Figure Figure)> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var all = frames.ToArray();
        if (all.Length == 0)
            throw new ArgumentException("Found no frame. A replay needs at least one.", nameof(frames));
        var last = all[^1].Figure;
        foreach (var (name, figure) in all)
            MustMatch(name, figure, last);
        var kept = Math.Min(all.Length, MostFrames);
        return new(last)
        {
            FrameLabel = label,
            Frames = [.. Enumerable.Range(0, kept)
                .Select(i => all[kept == 1 ? 0 : (int)((long)i * (all.Length - 1) / (kept - 1))])
                .Select(f => new Frame(f.Name, f.Figure.Panels))],
        };
    }

    private static void MustMatch(string name, Figure frame, Figure last)
    {
        if (frame.Kinds() != last.Kinds())
            throw new ArgumentException($"Found frame '{name}' with {frame.Kinds()}. Expected {last.Kinds()}, as in the last frame.");
    }

    private string Kinds() => string.Join(" | ", Panels.Select(p => p.Marks.Length == 0 ? "nothing" : string.Join(", ", p.Marks.Select(m => m.GetType().Name))));
}
