using System.Text.Json;
using Conformance.RealKernel;

namespace Conformance.Cells;

/// <summary>All cells of the table, executed once in both kernels: a file of the table is a session.</summary>
/// <param name="kernels">The kernels.</param>
public sealed class CellRuns(Kernels kernels) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("cells of a table ").FullName;
    private JsonDocument? results;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!kernels.AreHere)
            return;
        var (task, answer) = (Path.Combine(folder, "task.json"), Path.Combine(folder, "results.json"));
        await File.WriteAllTextAsync(task, JsonSerializer.Serialize(
            new
            {
                Kernels = new[] { Kernels.Real, Kernels.Ours },
                Files = Path.Combine(CellTable.Folder, "Files"),
                Groups = CellTable.All.GroupBy(Session, (name, cells) => new { Name = name, Cells = cells }),
            },
            JsonSerializerOptions.Web));
        var (status, printed) = await kernels.PythonAsync("cells.py", task, answer);
        Assert.True(status == 0, printed);
        TestContext.Current.SendDiagnosticMessage(printed);
        results = JsonDocument.Parse(await File.ReadAllTextAsync(answer));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        results?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>What a cell emitted.</summary>
    /// <param name="kernel">In which kernel.</param>
    /// <param name="cell">The cell.</param>
    internal Transcript Of(string kernel, Cell cell)
    {
        kernels.Require();
        return Transcript.Of(results!.RootElement.GetProperty(kernel).GetProperty(Session(cell)).GetProperty(cell.Name));
    }

    private static string Session(Cell cell) => cell.IsAlone ? $"{cell.Group}, {cell.Name}" : cell.Group;
}
