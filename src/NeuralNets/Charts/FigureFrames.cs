using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>The frames of a replay: each holds all that differs in any frame, so that the slider can jump.</summary>
internal static class FigureFrames
{
    /// <summary>One frame of plotly.js per moment; <c>title</c> holds the panels' titles at that moment.</summary>
    public static IReadOnlyList<object> Of(Figure figure, IReadOnlyList<(Extent X, Extent Y)> ranges)
    {
        if (figure.Frames.IsEmpty)
            return [];
        var frames = figure.Frames.Select(f => Written(FigureJson.Traces(f.Panels, ranges))).ToArray();
        var moving = Enumerable.Range(0, frames[0].Length).Select(i => Moving(frames, i)).ToArray();
        var traces = Enumerable.Range(0, moving.Length).Where(i => moving[i].Count > 0).ToArray();
        return [.. figure.Frames.Select((frame, f) => new Dictionary<string, object?>
        {
            ["name"] = frame.Name,
            ["traces"] = traces,
            ["data"] = traces.Select(i => moving[i].ToDictionary(p => p, p => (object?)new RawJson(frames[f][i][p]))),
            ["title"] = frame.Panels.Select(p => p.Title),
        })];
    }

    private static Dictionary<string, string>[] Written(IReadOnlyList<Trace> traces)
        => [.. traces.Select(t => t.Properties.Where(p => p.Value is RoundedNumbers or RawJson or IEnumerable<string>)
            .ToDictionary(p => p.Key, p => JsonText.Of(p.Value)))];

    private static List<string> Moving(Dictionary<string, string>[][] frames, int trace)
        => [.. frames[0][trace].Where(p => frames.Any(f => f[trace][p.Key] != p.Value)).Select(p => p.Key)];
}
