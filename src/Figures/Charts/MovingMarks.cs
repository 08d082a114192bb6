namespace NeuralNets.Charts;

/// <summary>The marks of a replay that move: those whose picture is not the same in all frames.</summary>
internal static class MovingMarks
{
    /// <summary>The marks, in the order of their panels.</summary>
    public static IReadOnlyList<MovingMark> Of(Figure figure)
    {
        var moving = new List<MovingMark>();
        for (var panel = 0; panel < figure.Panels.Length && !figure.Frames.IsEmpty; panel++)
        {
            for (var i = 0; i < figure.Panels[panel].Marks.Length; i++)
            {
                var first = figure.Frames[0].Panels[panel].Marks[i];
                if (figure.Frames.All(frame => ReferenceEquals(frame.Panels[panel].Marks[i], first)))
                    continue; // One value in all frames: what does not move need not be drawn to see that.
                string[] markup = [.. figure.Frames.Select(frame => Draw(figure, panel, frame.Panels[panel], i))];
                if (markup.Any(m => m != markup[0]))
                    moving.Add(new(panel, i, markup));
            }
        }

        return moving;
    }

    /// <summary>A mark as it is at a moment, in the place and on the scale of the panel that stands still.</summary>
    private static string Draw(Figure figure, int index, Panel panel, int mark)
    {
        var svg = new SvgWriter();
        panel.Marks[mark].Draw(new(svg, (panel.X, panel.Y), figure.Ranges[index], figure.Areas[index]));
        return svg.ToString().Replace('"', '\''); // In JSON each quotation mark would take two letters.
    }
}
