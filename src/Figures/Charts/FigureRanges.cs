namespace NeuralNets.Charts;

/// <summary>The ranges of a figure's axes: over all its frames, and over all panels where they share an axis.</summary>
internal static class FigureRanges
{
    /// <summary>One pair of ranges per panel.</summary>
    public static IReadOnlyList<(Extent X, Extent Y)> Of(Figure figure)
    {
        // Loops, not sequences: the runtime would translate forty methods for sequences of such pairs before the first figure.
        var ranges = new (Extent X, Extent Y)[figure.Panels.Length];
        var (x, y) = (Extent.None, Extent.None);
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = Data(figure, i);
            (x, y) = (x.With(ranges[i].X), y.With(ranges[i].Y));
        }

        for (var i = 0; i < ranges.Length; i++)
        {
            var panel = figure.Panels[i];
            ranges[i] = (
                panel.X.Range(figure.SharesX ? x : ranges[i].X, Fills(panel), false),
                panel.Y.Range(figure.SharesY ? y : ranges[i].Y, Fills(panel), panel.Marks.Any(m => m.StandsOnZero)));
        }

        return ranges;
    }

    private static (Extent X, Extent Y) Data(Figure figure, int panel)
    {
        var axes = figure.Panels[panel];
        var marks = figure.Frames.SelectMany(f => f.Panels[panel].Marks).Concat(axes.Marks).ToArray();
        var (x, y) = (Extent.None, Extent.None);
        foreach (var mark in marks)
            (x, y) = (x.With(mark.ExtentX(axes.X.IsLog)), y.With(mark.ExtentY(axes.Y.IsLog)));
        return (x, y);
    }

    private static bool Fills(Panel panel) => panel.Marks.Any(m => m.Fills);
}
