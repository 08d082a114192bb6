using System.Text.Json.Nodes;
using Notebooks.Documents;
using Notebooks.Running;
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
    private int count;

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
            if (!cell.IsExecuted || notebook.still.Contains(cell.Id!))
                continue;
            var (error, shown) = await program.RunAsync(cell.Source);
            if (error is not null)
                return [$"{name}, cell {cell.Id}: {error["message"]}"];
            notebook.Keep(cell, shown);
        }

        var run = new ExecutedNotebook(notebook.executed, notebook.count, null, TimeSpan.Zero, []);
        return [.. NotebookComparison.Compare(notebook.committed, run)
            .Select(drift => $"{name}, cell {drift.Cell}: expected {drift.Expected}, found {drift.Found}")];
    }

    private void Keep(NotebookCell cell, JsonArray shown)
    {
        cell.ExecutionCount = ++count;
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
