using System.Threading.Channels;

namespace Notebooks.Sessions.Executing;

/// <summary>
/// The thread on which all cells of a session start, so that what a library keeps per thread (a scope that it has opened,
/// whether gradients are recorded) lasts from cell to cell.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackSize = 16 << 20;
    private readonly Channel<Action> work = Channel.CreateUnbounded<Action>();

    /// <summary>Starts the thread.</summary>
    public CellThread() => new Thread(Run, StackSize) { IsBackground = true, Name = "cells" }.Start();

    /// <summary>Runs something on it, after what was posted before.</summary>
    /// <param name="action">What to run; it must not throw.</param>
    public void Post(Action action) => work.Writer.TryWrite(action);

    /// <summary>Ends the thread after what was posted.</summary>
    public void Dispose() => work.Writer.TryComplete();

    private void Run()
    {
        while (work.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (work.Reader.TryRead(out var action))
                action();
        }
    }
}
