using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>The frames of a replay: each holds all that differs in any frame, so that the slider can jump.</summary>
internal static class FigureFrames
{
    /// <summary>One frame of plotly.js per moment; <c>title</c> holds the panels' titles at that moment.</summary>
    public static IReadOnlyList<object> Of(Figure figure)
    {
        if (figure.Frames.IsEmpty)
            return [];
        var frames = figure.Frames.Select(f => FigureChart.Traces(figure, f.Panels)).ToArray();
        var moving = frames[0].Select((_, i) => Moving(frames, i)).ToArray();
        var traces = Enumerable.Range(0, moving.Length).Where(i => moving[i].Length > 0).ToArray();
        return [.. figure.Frames.Select((frame, f) => new Dictionary<string, object?>
        {
            ["name"] = frame.Name,
            ["traces"] = traces,
            ["data"] = traces.Select(i => moving[i].ToDictionary(p => p, p => (object?)frames[f][i].Properties[p])),
            ["title"] = frame.Panels.Select(p => p.Title),
        })];
    }

    /// <summary>The properties of a trace that are not the same in all frames.</summary>
    private static string[] Moving(IReadOnlyList<Trace2D>[] frames, int trace)
        => [.. frames[0][trace].Properties.Keys.Where(p => frames.Any(f => !Same(f[trace].Properties[p], frames[0][trace].Properties[p])))];

    private static bool Same(object a, object b) => (a, b) switch
    {
        (RoundedNumbers x, RoundedNumbers y) => ReferenceEquals(x.Values, y.Values) || x.Values.SequenceEqual(y.Values),
        (RoundedMatrix x, RoundedMatrix y) => x.Values.Cast<double>().SequenceEqual(y.Values.Cast<double>()),
        (IEnumerable<string> x, IEnumerable<string> y) => x.SequenceEqual(y),
        (DynamicObj.DynamicObj x, DynamicObj.DynamicObj y) => JsonText.Of(x) == JsonText.Of(y),
        _ => Equals(a, b),
    };
}
