using Notebooks.Documents;

namespace Notebooks.Running;

/// <summary>A notebook after its execution, outputs included.</summary>
/// <param name="Document">The notebook; nothing of it is written to disk yet.</param>
/// <param name="CellCount">How many cells there were to execute.</param>
/// <param name="Failure">Where and why it stopped, or null when every cell ran.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="NativeOutput">Lines that native code printed past the session, for whoever looks for a cause.</param>
public sealed record ExecutedNotebook(
    NotebookDocument Document,
    int CellCount,
    CellFailure? Failure,
    TimeSpan Elapsed,
    IReadOnlyList<string> NativeOutput)
{
    /// <summary>Cells that failed where the run allows it.</summary>
    public IReadOnlyList<CellFailure> AllowedFailures { get; init; } = [];

    /// <summary>True if the run was interrupted in the middle of it: its failure is the cell that ran then.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>What a person should know of its execution besides: a line each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
