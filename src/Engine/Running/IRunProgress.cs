using Notebooks.Documents;

namespace Notebooks.Running;

/// <summary>Hears how an execution gets on; notebooks may run side by side, so calls may come from any thread.</summary>
public interface IRunProgress
{
    /// <summary>A cell begins.</summary>
    /// <param name="notebook">Its notebook.</param>
    /// <param name="cell">Its number, from 1.</param>
    /// <param name="count">How many there are.</param>
    void CellStarted(NotebookDocument notebook, int cell, int count);

    /// <summary>The cell waits for packages.</summary>
    /// <param name="notebook">Its notebook.</param>
    /// <param name="state">Which, and how far it is; null when they are there or cannot be had.</param>
    void Restoring(NotebookDocument notebook, string? state);

    /// <summary>A notebook ran to its end or to its failure.</summary>
    void NotebookFinished(NotebookDocument notebook);
}
