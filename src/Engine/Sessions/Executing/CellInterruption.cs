using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Executing;

/// <summary>
/// Runs a cell's code and stops it when told to. Its loops and methods watch the token themselves, as the compiler has
/// written it into them; what sleeps or waits is woken; what awaits something never goes on.
/// </summary>
/// <param name="cells">The thread on which the code starts.</param>
/// <param name="cancellationToken">Stops the code.</param>
internal sealed class CellInterruption(CellThread cells, CancellationToken cancellationToken) : SynchronizationContext
{
    /// <summary>The error of a cell that was stopped.</summary>
    public static CellError Stopped { get; } =
        CellError.Of(CellErrorNames.Interrupted, "The cell was stopped. Its variables are kept as they were at that moment.");

    /// <summary>The error of a cell that was told to stop and did not.</summary>
    public static CellError NotStopped { get; } = CellError.Of(
        CellErrorNames.StillRunning,
        "The cell was told to stop but goes on, inside native code perhaps. Only a restart stops it; the variables are lost then.");

    /// <summary>Time that code may take to stop before a wait or a sleep in it is broken, and before we give up on it.</summary>
    private static readonly TimeSpan[] Patience = [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500),
        TimeSpan.FromMilliseconds(4000)];

    private readonly Lock gate = new();
    private readonly HashSet<Thread> running = [];
    private TaskCompletionSource idle = new();

    /// <summary>Runs code.</summary>
    /// <returns>
    /// Its outcome. An <see cref="OperationCanceledException"/> when it stopped because it was told to; a
    /// <see cref="TimeoutException"/> when it was told to and did not, in which case it still runs.
    /// </returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        var started = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = ExecutionContext.Capture()!; // The running cell is known wherever its code runs.
        cells.Post(() => ExecutionContext.Run(context, _ => Run(() => started.SetResult(Start(code))), null));
        var outcome = started.Task.Unwrap();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(told.SetResult);
        await Task.WhenAny(outcome, told.Task);
        if (!cancellationToken.IsCancellationRequested)
            return await outcome;
        if (!outcome.IsCompleted)
            await StopAsync();
        throw new OperationCanceledException(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.QueueUserWorkItem(_ => Run(() => d(state)), null);

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private static async Task<T> Start<T>(Func<Task<T>> code) => await code();

    /// <summary>Waits for what runs to stop; what awaits something counts as stopped, since it never goes on.</summary>
    private async Task StopAsync()
    {
        foreach (var patience in Patience)
        {
            await Task.WhenAny(Idle(), Task.Delay(patience));
            if (Idle().IsCompleted)
                return;
            lock (gate)
            {
                foreach (var thread in running.Where(thread => (thread.ThreadState & ThreadState.WaitSleepJoin) != 0))
                    thread.Interrupt();
            }
        }

        throw new TimeoutException();
    }

    private Task Idle()
    {
        lock (gate)
            return running.Count == 0 ? Task.CompletedTask : idle.Task;
    }

    private void Run(Action code)
    {
        if (cancellationToken.IsCancellationRequested)
            return;
        var before = Current;
        SetSynchronizationContext(this);
        Enter();
        try
        {
            code();
        }
        finally
        {
            Leave();
            SetSynchronizationContext(before);
        }
    }

    private void Enter()
    {
        lock (gate)
        {
            if (running.Count == 0)
                idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            running.Add(Thread.CurrentThread);
        }
    }

    private void Leave()
    {
        for (var left = false; !left;)
        {
            try
            {
                lock (gate)
                {
                    running.Remove(Thread.CurrentThread);
                    if (running.Count == 0)
                        idle.TrySetResult();
                }

                // An interrupt that came too late must not reach whatever this thread does next.
                if (cancellationToken.IsCancellationRequested)
                    Thread.Sleep(1);
                left = true;
            }
            catch (ThreadInterruptedException)
            {
                // Woken while leaving: leave again.
            }
        }
    }
}
