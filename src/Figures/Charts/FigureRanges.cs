namespace NeuralNets.Charts;

/// <summary>The ranges of a figure's axes: over all its frames, and over all panels where they share an axis.</summary>
internal static class FigureRanges
{
    /// <summary>One pair of ranges per panel.</summary>
    public static IReadOnlyList<(Extent X, Extent Y)> Of(Figure figure)
    {
        var data = figure.Panels.Select((panel, i) => Data(figure, i)).ToArray();
        var x = data.Aggregate(Extent.None, (all, d) => all.With(d.X));
        var y = data.Aggregate(Extent.None, (all, d) => all.With(d.Y));
        return [.. figure.Panels.Select((panel, i) => (
            panel.X.Range(figure.SharesX ? x : data[i].X, Fills(panel), false),
            panel.Y.Range(figure.SharesY ? y : data[i].Y, Fills(panel), panel.Marks.Any(m => m.StandsOnZero))))];
    }

    private static (Extent X, Extent Y) Data(Figure figure, int panel)
    {
        var axes = figure.Panels[panel];
        var marks = figure.Frames.SelectMany(f => f.Panels[panel].Marks).Concat(axes.Marks).ToArray();
        return (
            marks.Aggregate(Extent.None, (all, m) => all.With(m.ExtentX(axes.X.IsLog))),
            marks.Aggregate(Extent.None, (all, m) => all.With(m.ExtentY(axes.Y.IsLog))));
    }

    private static bool Fills(Panel panel) => panel.Marks.Any(m => m.Fills);
}
