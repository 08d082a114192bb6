namespace NeuralNets.Charts;

/// <summary>The frames of a replay as a page plays them, without plotly.js: what changes in the picture.</summary>
/// <param name="Moving">The panel and the number of each mark that moves.</param>
/// <param name="Pieces">What their markup is made of, as <see cref="Charts.Pieces"/> has it.</param>
/// <param name="Frames">Of each frame its name, the titles of its panels, and the pieces of the moving marks.</param>
internal sealed record PictureFrames(IEnumerable<object> Moving, IEnumerable<object> Pieces, IEnumerable<object> Frames)
{
    /// <summary>The frames of a figure that has some.</summary>
    public static PictureFrames Of(Figure figure)
    {
        var (moving, pieces) = (MovingMarks.Of(figure), new Pieces());
        object[] frames = [.. figure.Frames.Select((frame, f) => new Dictionary<string, object?>
        {
            ["name"] = frame.Name,
            ["title"] = frame.Panels.Select(p => p.Title),
            ["marks"] = moving.Select(mark => pieces.Add(mark.Markup[f])).ToArray(),
        })];
        return new(moving.Select(mark => new[] { mark.Panel, mark.Index }), pieces.Written, frames);
    }
}
