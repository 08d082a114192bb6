using System.Collections.Concurrent;
using System.Diagnostics;
using Notebooks.Documents;
using Notebooks.Running;

namespace Notebooks.Reports;

/// <summary>How long each cell took; whatever else listens hears the same.</summary>
/// <param name="listener">Whoever else listens.</param>
internal sealed class CellTimes(IRunProgress listener) : IRunProgress
{
    private readonly ConcurrentDictionary<NotebookDocument, List<long>> starts = [];

    /// <summary>The time of a cell; zero for one that did not begin.</summary>
    /// <param name="notebook">Its notebook.</param>
    /// <param name="cell">Its number, from 1.</param>
    public TimeSpan Of(NotebookDocument notebook, int cell) =>
        starts.TryGetValue(notebook, out var known) && cell < known.Count
            ? Stopwatch.GetElapsedTime(known[cell - 1], known[cell]) : TimeSpan.Zero;

    /// <inheritdoc/>
    public void CellStarted(NotebookDocument notebook, int cell, int count)
    {
        Begin(notebook);
        listener.CellStarted(notebook, cell, count);
    }

    /// <inheritdoc/>
    public void Restoring(NotebookDocument notebook, string? state) => listener.Restoring(notebook, state);

    /// <inheritdoc/>
    public void NotebookFinished(NotebookDocument notebook)
    {
        Begin(notebook);
        listener.NotebookFinished(notebook);
    }

    private void Begin(NotebookDocument notebook) => starts.GetOrAdd(notebook, static _ => []).Add(Stopwatch.GetTimestamp());
}
