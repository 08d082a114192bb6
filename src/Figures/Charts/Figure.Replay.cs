namespace NeuralNets.Charts;

/// <content>Figures that move.</content>
public sealed partial class Figure
{
    /// <summary>The most frames of a replay.</summary>
    public const int MostFrames = 50;

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
        var all = MustMatch(frames, "replay");
        var kept = Math.Min(all.Length, MostFrames);
        return new(all[^1].Figure)
        {
            FrameLabel = label,
            Frames = [.. Enumerable.Range(0, kept)
                .Select(i => all[kept == 1 ? 0 : (int)((long)i * (all.Length - 1) / (kept - 1))])
                .Select(f => new Frame(f.Name, f.Figure.Panels))],
            ShownFrame = kept - 1,
            Plays = true,
        };
    }

    /// <summary>A figure with a parameter that a reader moves: a slider over ready-made frames, without play and pause.</summary>
    /// <param name="label">The parameter, such as "learning rate".</param>
    /// <param name="frames">
    /// One frame for each value, in order, at most <see cref="MostFrames"/>: the value, and the figure with it. All have the
    /// same panels with the same marks; only their data and titles differ.
    /// </param>
    /// <param name="shown">The value whose frame stands still, where no script runs too.</param>
    /// <exception cref="ArgumentException">
    /// There is no frame, there are too many, one has other panels or marks than the last, or none is called <paramref name="shown"/>.
    /// </exception>
    public static Figure Slider(string label, IEnumerable<(string Name, Figure Figure)> frames, string shown)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var all = MustMatch(frames, "slider");
        if (all.Length > MostFrames)
            throw new ArgumentException($"Found {all.Length} frames. A slider has at most {MostFrames}.", nameof(frames));
        var index = Array.FindIndex(all, f => f.Name == shown);
        if (index < 0)
        {
            throw new ArgumentException(
                $"Found no frame '{shown}'. Expected one of {string.Join(", ", all.Select(f => f.Name))}.", nameof(shown));
        }

        return new(all[index].Figure)
        {
            FrameLabel = label,
            Frames = [.. all.Select(f => new Frame(f.Name, f.Figure.Panels))],
            ShownFrame = index,
        };
    }

    private static (string Name, Figure Figure)[] MustMatch(IEnumerable<(string Name, Figure Figure)> frames, string what)
    {
        var all = frames.ToArray();
        if (all.Length == 0)
            throw new ArgumentException($"Found no frame. A {what} needs at least one.", nameof(frames));
        foreach (var (name, figure) in all)
            MustMatch(name, figure, all[^1].Figure);
        return all;
    }

    private static void MustMatch(string name, Figure frame, Figure last)
    {
        if (frame.Kinds() != last.Kinds())
            throw new ArgumentException($"Found frame '{name}' with {frame.Kinds()}. Expected {last.Kinds()}, as in the last frame.");
    }

    private string Kinds() =>
        string.Join(" | ", Panels.Select(p => p.Marks.Length == 0 ? "nothing" : string.Join(", ", p.Marks.Select(m => m.GetType().Name))));
}
