using Notebooks.Documents;

namespace Notebooks.Running.Checking;

/// <summary>Compares a notebook as it is committed with the same notebook executed now. Execution counts do not matter.</summary>
public static class NotebookComparison
{
    private const int LimitPerCell = 5;

    /// <summary>Makes sure, before anything is executed, that every tolerance in the notebook can be understood.</summary>
    /// <exception cref="DocumentException">One cannot.</exception>
    public static void RequireTolerances(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        foreach (var (cell, index) in notebook.Cells.Select((cell, index) => (cell, index)))
            Tolerance.Of(cell, $"{notebook.Name}, {index + 1}. cell of the file");
    }

    /// <summary>The drifts of all cells that were executed.</summary>
    public static IReadOnlyList<Drift> Compare(NotebookDocument committed, ExecutedNotebook executed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        ArgumentNullException.ThrowIfNull(executed);
        var drifts = new List<Drift>();
        foreach (var (expected, found) in committed.Cells.Zip(executed.Document.Cells))
        {
            if (found.ExecutionCount is not { } number || number == executed.Failure?.Cell)
                continue;
            var tolerance = Tolerance.Of(expected, $"{committed.Name}, cell {number}");
            var differences = OutputComparison.Compare(expected.Outputs, found.Outputs, tolerance).ToList();
            drifts.AddRange(differences.Take(LimitPerCell).Select(d => new Drift(committed.Name, number, d.Expected, d.Found)));
            if (differences.Count > LimitPerCell)
                drifts.Add(new Drift(
                    committed.Name, number, "…", $"… and {differences.Count - LimitPerCell} more differences in this cell"));
        }

        return drifts;
    }
}
