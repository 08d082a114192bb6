using System.Runtime;

namespace Notebooks.Sessions;

/// <summary>
/// Runs a cell's code so that it can be stopped wherever it is, an endless loop included: on a thread of its own, and
/// what follows an <c>await</c> on pool threads, each piece under <see cref="ControlledExecution"/>.
/// </summary>
/// <param name="cancellationToken">Stops the code.</param>
internal sealed class Interruption(CancellationToken cancellationToken) : SynchronizationContext, IDisposable
{
    private const int StackSize = 16 << 20;

    /// <summary>How long code may take to stop before a wait or a sleep in it is broken, and before we give up on it.</summary>
    private static readonly TimeSpan[] Patience = [TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(4700)];

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly HashSet<Thread> running = [];
    private TaskCompletionSource idle = new();
    private CancellationToken stopped;

    /// <summary>Runs code on a new thread.</summary>
    /// <param name="code">What to run.</param>
    /// <returns>
    /// Its outcome. An <see cref="OperationCanceledException"/> when it stopped because it was told to; a
    /// <see cref="TimeoutException"/> when it was told to and did not, in which case it still runs.
    /// </returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        stopped = stop.Token;
        var started = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Controlled(() => started.SetResult(Start(code))), StackSize) { IsBackground = true, Name = "cell" }.Start();
        var outcome = started.Task.Unwrap();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(told.SetResult);
        if (await Task.WhenAny(outcome, told.Task) == told.Task && !outcome.IsCompleted)
            await StopAsync();
        return outcome.IsCompleted ? await outcome : throw new OperationCanceledException(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.QueueUserWorkItem(_ => Controlled(() => d(state)), null);

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <inheritdoc/>
    public void Dispose() => stop.Dispose();

    private static async Task<T> Start<T>(Func<Task<T>> code) => await code();

    /// <summary>Stops what runs; what waits for something never goes on, since nothing new is started.</summary>
    private async Task StopAsync()
    {
        var stopping = Task.Run(stop.Cancel);
        foreach (var patience in Patience)
        {
            await Task.WhenAny(Idle(), Task.Delay(patience));
            if (Idle().IsCompleted)
            {
                await stopping;
                return;
            }

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

    private void Controlled(Action code)
    {
        var before = Current;
        SetSynchronizationContext(this);
        Enter();
        try
        {
            ControlledExecution.Run(code, stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // Stopped as asked.
        }
        catch (ThreadInterruptedException) when (stopped.IsCancellationRequested)
        {
            // Woken to be stopped.
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
                if (stopped.IsCancellationRequested)
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
