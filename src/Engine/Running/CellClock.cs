using System.Diagnostics;

namespace Notebooks.Running;

/// <summary>
/// Measures how long a cell itself has run: it stands still while the cell waits for its process, the compiler or packages,
/// each of which has a limit of its own.
/// </summary>
/// <param name="limit">How long the cell may run.</param>
/// <param name="cancellationToken">Interrupts the whole run.</param>
internal sealed class CellClock(TimeSpan limit, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly Stopwatch ran = new();
    private readonly Lock gate = new();

    /// <summary>Cancelled when the time is over, or the run is interrupted.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>True if the cell runs, not waits.</summary>
    public bool IsRunning => ran.IsRunning;

    /// <summary>The cell's code runs, or goes on.</summary>
    public void Run() => Set(() =>
    {
        ran.Start();
        return limit == Timeout.InfiniteTimeSpan ? limit : limit > ran.Elapsed ? limit - ran.Elapsed : TimeSpan.Zero;
    });

    /// <summary>The cell waits.</summary>
    /// <param name="atMost">For how long it may.</param>
    public void Wait(TimeSpan atMost) => Set(() =>
    {
        ran.Stop();
        return atMost;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
            source.Dispose();
    }

    private void Set(Func<TimeSpan> change)
    {
        lock (gate)
        {
            try
            {
                source.CancelAfter(change());
            }
            catch (ObjectDisposedException)
            {
                // The cell has ended.
            }
        }
    }
}
