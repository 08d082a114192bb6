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

    private string Kinds() =>
        string.Join(" | ", Panels.Select(p => p.Marks.Length == 0 ? "nothing" : string.Join(", ", p.Marks.Select(m => m.GetType().Name))));
}
