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
        var changing = Changing(figure).Select(trace => (trace.At, trace.Moments, Moving: Moving(trace.Moments)))
            .Where(trace => trace.Moving.Length > 0).ToArray();
        return [.. figure.Frames.Select((frame, f) => new Dictionary<string, object?>
        {
            ["name"] = frame.Name,
            ["traces"] = changing.Select(trace => trace.At),
            ["data"] = changing.Select(trace => trace.Moving.ToDictionary(p => p, p => (object?)trace.Moments[f].Properties[p])),
            ["title"] = frame.Panels.Select(p => p.Title),
        })];
    }

    /// <summary>The traces that may differ from frame to frame: those of marks that are not one and the same in all of them.</summary>
    private static IEnumerable<(int At, Trace2D[] Moments)> Changing(Figure figure)
    {
        var at = 0;
        for (var panel = 0; panel < figure.Panels.Length; panel++)
        {
            var moments = figure.Frames.Select(frame => frame.Panels[panel]).ToArray();
            for (var i = 0; i < figure.Panels[panel].Marks.Length; i++)
            {
                Trace2D[] Traces(Panel p) => [.. p.Marks[i].Traces(FigureChart.Scale(figure, panel, p))];
                var first = Traces(moments[0]);
                if (!moments.All(p => ReferenceEquals(p.Marks[i], moments[0].Marks[i])))
                {
                    Trace2D[][] all = [first, .. moments.Skip(1).Select(Traces)];
                    foreach (var t in Enumerable.Range(0, first.Length))
                        yield return (at + t, [.. all.Select(traces => traces[t])]);
                }

                at += first.Length;
            }
        }
    }

    /// <summary>The properties of a trace that are not the same in all frames.</summary>
    private static string[] Moving(Trace2D[] moments)
        => [.. moments[0].Properties.Keys.Where(p => moments.Any(m => !Same(m.Properties[p], moments[0].Properties[p])))];

    private static bool Same(object a, object b) => (a, b) switch
    {
        (RoundedNumbers x, RoundedNumbers y) => ReferenceEquals(x.Values, y.Values) || x.Values.SequenceEqual(y.Values),
        (RoundedMatrix x, RoundedMatrix y) => x.Values.Cast<double>().SequenceEqual(y.Values.Cast<double>()),
        (IEnumerable<string> x, IEnumerable<string> y) => x.SequenceEqual(y),
        (DynamicObj.DynamicObj x, DynamicObj.DynamicObj y) => JsonText.Of(x) == JsonText.Of(y),
        _ => Equals(a, b),
    };
}
