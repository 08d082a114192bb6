using System.Globalization;
using System.Text.Json.Nodes;
using Notebooks.Documents;
using Notebooks.Running.Checking;
using Testing;

namespace Book.Tests.Cells;

/// <summary>A notebook whose cells run in the page, executed by the page's program.</summary>
internal sealed class RunningNotebook
{
    private static readonly JsonNode Settings =
        JsonNode.Parse(File.ReadAllText(Path.Combine(WorkingCopy.Root, "notebooks", "book.json")))!["cells"]!;

    private readonly Dictionary<string, JsonObject> displays = [];
    private readonly NotebookDocument committed;
    private readonly NotebookDocument executed;
    private readonly HashSet<string> still;

    private RunningNotebook(string name)
    {
        var file = Path.Combine(WorkingCopy.Root, "notebooks", $"{name}.ipynb");
        (committed, executed) = (NotebookDocument.Load(file), NotebookDocument.Load(file));
        still = [.. (Settings["still"]![name]?.AsObject() ?? []).Select(cell => cell.Key)];
    }

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Settings["notebooks"]!.AsArray().Select(name => name!.GetValue<string>());

    /// <summary>The sources of its cells.</summary>
    public static IReadOnlyList<string> Sources(string name) =>
        [.. new RunningNotebook(name).committed.Cells.Where(cell => cell.IsExecuted).Select(cell => cell.Source)];

    /// <summary>Runs all of its cells that run in the page, in one session, and compares as <c>check</c> does.</summary>
    /// <returns>A line for each difference from what is committed.</returns>
    public static async Task<IReadOnlyList<string>> DriftsAsync(string name, CellProgram program)
    {
        var notebook = new RunningNotebook(name);
        foreach (var cell in notebook.executed.Cells)
        {
            cell.ClearExecution();
            if (!notebook.Runs(cell))
                continue;
            var (error, shown) = await program.RunAsync(cell.Source);
            if (error is not null)
                return [$"{name}, cell {cell.Id}: {error["message"]}"];
            notebook.Keep(cell, shown);
        }

        return
        [
            .. from pair in notebook.committed.Cells.Zip(notebook.executed.Cells)
               where notebook.Runs(pair.First)
               from drift in Drifts(pair.First, pair.Second)
               select $"{name}, cell {pair.First.Id}: {drift}",
        ];
    }

    private static IEnumerable<string> Drifts(NotebookCell committed, NotebookCell executed) =>
        OutputComparison.Compare(committed.Outputs, executed.Outputs, Tolerance.Of(committed, committed.Id!))
            .Where(difference => !IsPath(difference) && !IsLastDigit(difference))
            .Select(difference => $"expected {difference.Expected}, found {difference.Found}")
            .Concat(DrawnPaths.Compare(committed, executed));

    private bool Runs(NotebookCell cell) => cell.IsExecuted && !still.Contains(cell.Id!);

    /// <summary>True if the text of a path differs: it is compared as it is drawn.</summary>
    private static bool IsPath(Difference difference) => difference.Expected.StartsWith("chart.pieces[", StringComparison.Ordinal);

    /// <summary>
    /// True if a number of a chart differs in the last digit that it is written with, as sums in another order do.
    /// </summary>
    private static bool IsLastDigit(Difference difference)
    {
        if (!difference.Expected.StartsWith("chart.", StringComparison.Ordinal))
            return false;
        var (expected, found) = (difference.Expected.Split(": ")[^1], difference.Found.Split(": ")[^1]);
        var decimals = Math.Max(expected.Length, found.Length) - 1 - expected.IndexOf('.', StringComparison.Ordinal);
        return double.TryParse(expected, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(found, CultureInfo.InvariantCulture, out var other)
            && expected.Contains('.', StringComparison.Ordinal) && Math.Abs(one - other) < 1.5 * Math.Pow(10, -decimals);
    }

    private void Keep(NotebookCell cell, JsonArray shown)
    {
        foreach (var output in shown)
        {
            var kind = output!["kind"]!.GetValue<string>();
            if (kind is "stdout" or "stderr")
                cell.Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = kind, ["text"] = output["text"]!.DeepClone() });
            else if (output["id"]?.GetValue<string>() is { } id && displays.TryGetValue(id, out var earlier))
                earlier["data"] = output["mime"]!.DeepClone();
            else
                cell.Outputs.Add(Shown(output, kind));
        }
    }

    private JsonObject Shown(JsonNode output, string kind)
    {
        var shown = new JsonObject
        {
            ["output_type"] = kind == "result" ? "execute_result" : "display_data",
            ["data"] = output["mime"]!.DeepClone(),
            ["metadata"] = new JsonObject(),
        };
        if (output["id"]?.GetValue<string>() is { } id)
            displays[id] = shown;
        return shown;
    }
}
