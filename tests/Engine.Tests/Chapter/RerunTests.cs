using System.Text.Json.Nodes;
using Notebooks.Documents;
using Notebooks.Running.Checking;
using Testing;

namespace Engine.Tests.Chapter;

/// <summary>The chapter's notebooks as a reader works with them: cells run twice, exercises solved.</summary>
public class RerunTests
{
    public static TheoryData<string> Names => [.. ChapterNotebook.Names];

    // That a run from the start gives the committed outputs is what `check` proves.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_cell_run_twice_gives_the_same_outputs_twice_and_every_solution_runs(string name)
    {
        var notebook = ChapterNotebook.Load(name);
        var twice = notebook.CodeCells.SelectMany((cell, i) => new[] { Copy(cell, $"cell-{i}"), Copy(cell, $"cell-{i}-again") });
        var solutions = notebook.Solutions.Select((code, i) => Cell($"solution-{i}", code, []));
        var executed = await ExecuteAsync(notebook.Document, [.. twice, .. solutions]);

        for (var i = 0; i < notebook.CodeCells.Count; i++)
            AssertSame(executed.Cells[2 * i], executed.Cells[(2 * i) + 1]);
    }

    /// <summary>
    /// In a file of the repository's artifacts folder, from where the library and the data have the path they have from
    /// notebooks/.
    /// </summary>
    private static async Task<NotebookDocument> ExecuteAsync(NotebookDocument notebook, JsonObject[] cells)
    {
        var folder = Directory.CreateDirectory(Path.Combine(WorkingCopy.Root, "artifacts")).FullName;
        var path = Path.Combine(folder, $"rerun-{Guid.NewGuid():N}-{notebook.FileName}");
        var json = notebook.Clone().Json;
        json["cells"] = new JsonArray([.. cells]);
        try
        {
            await File.WriteAllTextAsync(path, json.ToJsonString(), TestContext.Current.CancellationToken);
            string[] quick = notebook.Cells.Any(cell => cell.Source.StartsWith("bool fast = ", StringComparison.Ordinal))
                ? ["--param", "fast=true"]
                : [];
            var run = await Cli.RunAsync(folder, ["run", path, .. quick]);
            Assert.True(run.ExitStatus == 0, run.Problems);
            return NotebookDocument.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void AssertSame(NotebookCell once, NotebookCell again)
    {
        var first = once.Source.Split('\n')[0];
        var difference = OutputComparison.Compare(once.Outputs, again.Outputs, Tolerance.Of(once, first)).FirstOrDefault();
        Assert.True(difference is null, $"The cell that begins '{first}' gave first {difference?.Expected}, then {difference?.Found}");
    }

    private static JsonObject Copy(NotebookCell cell, string id) => Cell(id, cell.Source, cell.Metadata.DeepClone().AsObject());

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
