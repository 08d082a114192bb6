namespace Notebooks.Sessions;

/// <summary>A place where cells run one after the other and see each other's variables.</summary>
public interface ISession : IDisposable
{
    /// <summary>Executes one cell; a cell's own failure is a result, never an exception.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="emit">Receives what the cell emits, in order, while it runs; may be called from any thread, one call at a time.</param>
    /// <param name="cancellationToken">Interrupts the cell as far as that is possible; variables stay.</param>
    Task<CellResult> ExecuteAsync(CellRequest request, Action<SessionEvent> emit, CancellationToken cancellationToken);
}
