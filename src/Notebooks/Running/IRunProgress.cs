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

    /// <summary>A notebook ran to its end or to its failure.</summary>
    void NotebookFinished(NotebookDocument notebook);
}
