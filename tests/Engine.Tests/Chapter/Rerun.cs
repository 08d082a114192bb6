using System.Text.Json.Nodes;
using Notebooks.Documents;
using Testing;

namespace Engine.Tests.Chapter;

/// <summary>A notebook of other cells, run in the place of one of the chapter's.</summary>
internal static class Rerun
{
    /// <summary>
    /// In a file of the repository's artifacts folder, from where the library and the data have the path they have from
    /// notebooks/.
    /// </summary>
    public static async Task<NotebookDocument> ExecuteAsync(NotebookDocument notebook, IEnumerable<JsonObject> cells, bool fast)
    {
        var folder = Directory.CreateDirectory(Path.Combine(WorkingCopy.Root, "artifacts")).FullName;
        var path = Path.Combine(folder, $"rerun-{Guid.NewGuid():N}-{notebook.FileName}");
        var json = notebook.Clone().Json;
        json["cells"] = new JsonArray([.. cells]);
        try
        {
            await File.WriteAllTextAsync(path, json.ToJsonString(), TestContext.Current.CancellationToken);
            var run = await Cli.RunAsync(folder, ["run", path, .. fast ? new[] { "--param", "fast=true" } : []]);
            Assert.True(run.ExitStatus == 0, run.Problems);
            return NotebookDocument.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A code cell that runs again.</summary>
    public static JsonObject Copy(NotebookCell cell, string id) => Cell(id, cell.Source, cell.Metadata.DeepClone().AsObject());

    /// <summary>Cells of the solutions.</summary>
    public static IEnumerable<JsonObject> Cells(IReadOnlyList<Solution> solutions) =>
        solutions.Select((solution, i) => Cell($"solution-{i}", solution.Code, []));

    private static JsonObject Cell(string id, string source, JsonObject metadata) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = metadata,
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    };
}
