using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Notebooks.Comparing;

/// <summary>Two notebooks by their meaning: neither how the file is written counts, nor in which order cells were executed.</summary>
public static class NotebookDifference
{
    /// <summary>What differs, in the order of the second notebook; nothing when they mean the same.</summary>
    public static IReadOnlyList<CellChange> Of(NotebookDocument first, NotebookDocument second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var pairs = CellPairs.Of(first.Cells, second.Cells);
        var changes = new List<CellChange>();
        if (Metadata(first.Metadata, second.Metadata) is { Count: > 0 } lines)
            changes.Add(new("metadata", null, null, null, lines));
        var (removed, last) = (0, -1);
        for (var j = 0; j < second.Cells.Count; j++)
        {
            var cell = second.Cells[j];
            if (pairs[j] < 0)
            {
                changes.Add(new("added", null, j + 1, cell.Id, LineDifference.Of("", cell.Source)));
                continue;
            }

            // What stood before it and is gone.
            for (; removed < pairs[j]; removed++)
                AddRemoved(removed);
            if (pairs[j] < last)
                changes.Add(new("moved", pairs[j] + 1, j + 1, cell.Id, []));
            last = Math.Max(last, pairs[j]);
            changes.AddRange(Changes(first.Cells[pairs[j]], pairs[j] + 1, cell, j + 1));
        }

        for (; removed < first.Cells.Count; removed++)
            AddRemoved(removed);
        return changes;

        void AddRemoved(int index)
        {
            if (!pairs.Contains(index))
                changes.Add(new("removed", index + 1, null, first.Cells[index].Id, LineDifference.Of(first.Cells[index].Source, "")));
        }
    }

    private static IEnumerable<CellChange> Changes(NotebookCell a, int first, NotebookCell b, int second)
    {
        if (a.Type != b.Type)
            yield return new("type", first, second, b.Id, [$"-{a.Type}", $"+{b.Type}"]);
        if (a.Source.ReplaceLineEndings("\n") != b.Source.ReplaceLineEndings("\n"))
            yield return new("source", first, second, b.Id, Lines(a.Source, b.Source));
        if (!JsonNode.DeepEquals(Outputs(a), Outputs(b)))
            yield return new("outputs", first, second, b.Id, Lines(OutputText.Of(Outputs(a)), OutputText.Of(Outputs(b))));
        if (Metadata(a.Metadata, b.Metadata) is { Count: > 0 } lines)
            yield return new("metadata", first, second, b.Id, lines);
    }

    /// <summary>The lines of both; where only line ends differ, that.</summary>
    private static IReadOnlyList<string> Lines(string a, string b)
    {
        var lines = LineDifference.Of(a, b);
        return lines.Any(static line => line[0] != ' ') ? lines : ["+(other blank lines at its end)"];
    }

    private static JsonArray Outputs(NotebookCell cell)
    {
        var outputs = cell.IsCode ? cell.Outputs.DeepClone().AsArray() : [];
        foreach (var output in outputs.OfType<JsonObject>())
            output.Remove("execution_count");
        return outputs;
    }

    private static List<string> Metadata(JsonObject a, JsonObject b)
    {
        var lines = new List<string>();
        foreach (var key in a.Concat(b).Select(static pair => pair.Key).Distinct().Order(StringComparer.Ordinal))
        {
            if (a.ContainsKey(key) == b.ContainsKey(key) && JsonNode.DeepEquals(a[key], b[key]))
                continue;
            if (a.TryGetPropertyValue(key, out var before))
                lines.Add($"-{key}: {OutputText.Json(before)}");
            if (b.TryGetPropertyValue(key, out var after))
                lines.Add($"+{key}: {OutputText.Json(after)}");
        }

        return lines;
    }
}
