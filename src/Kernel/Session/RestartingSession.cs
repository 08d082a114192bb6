using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;
using Notebooks.Workers;

namespace Notebooks.Jupyter.Session;

/// <summary>
/// The session with the variables, as the kernel sees it: one process after the other. Interrupting keeps the variables;
/// when the cell does not stop, or the process dies, a new one begins and says so.
/// </summary>
internal sealed class RestartingSession : IDisposable
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMilliseconds(400);

    private readonly Func<SessionEvent, ValueTask> receive;
    private readonly Func<InputRequest, ValueTask> ask;
    private readonly Lock gate = new();
    private WorkerSession worker;
    private CancellationTokenSource? running;
    private DateTime? interrupted;

    /// <summary>Starts a session.</summary>
    /// <param name="receive">Receives what a running cell emits, in order; while it waits, the cell waits.</param>
    /// <param name="ask">Receives a running cell's questions; each waits for <see cref="Answer"/>.</param>
    public RestartingSession(Func<SessionEvent, ValueTask> receive, Func<InputRequest, ValueTask> ask)
    {
        (this.receive, this.ask) = (receive, ask);
        worker = Start();
    }

    /// <summary>Scope of the next cell.</summary>
    public SessionScope Scope => worker.Scope;

    /// <summary>True if a cell runs.</summary>
    public bool IsRunning => running is not null;

    /// <summary>The magic commands that a cell can use now.</summary>
    public Task<IReadOnlyList<string>> MagicCommandsAsync() => worker.MagicCommandsAsync();

    /// <summary>Executes a cell, and evaluates expressions if it succeeds.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="expressions">The code of the expressions, by their names.</param>
    public async Task<CellAnswer> ExecuteAsync(CellRequest cell, IReadOnlyDictionary<string, string> expressions)
    {
        using var stop = new CancellationTokenSource();
        lock (gate)
            (running, interrupted) = (stop, null);
        try
        {
            var result = await worker.ExecuteAsync(cell, null, receive, stop.Token);
            var values = new Dictionary<string, ExpressionValue>();
            foreach (var (name, code) in expressions.Where(_ => result.Succeeded))
            {
                values[name] = await EvaluateAsync(cell with { Code = code }, stop.Token);
                result = worker.HasEnded ? values[name].Result : result;
            }

            return worker.HasEnded || result.Error?.Name == CellErrorNames.StillRunning
                ? Restart(result.Error!)
                : new CellAnswer(result, values, IsLost: false);
        }
        finally
        {
            lock (gate)
                running = null;
        }
    }

    /// <summary>Answers the running cell's question.</summary>
    /// <param name="text">The answer; null when nobody may be asked.</param>
    public void Answer(string? text) => worker.Answer(text);

    /// <summary>Stops the running cell. A second time, or when that does not help, ends its process.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (running is null)
                return;
            if (interrupted is null)
            {
                interrupted = DateTime.UtcNow;
                running.Cancel();
                _ = EndUnlessStoppedAsync(worker, interrupted.Value);
            }
            else if (DateTime.UtcNow - interrupted > DoubleClick)
            {
                worker.Kill();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => End(worker);

    private static void End(WorkerSession worker)
    {
        worker.Kill();
        worker.Dispose();
    }

    private WorkerSession Start()
    {
        var started = new WorkerSession(Environment.CurrentDirectory, receive) { Asked = ask, WroteLate = SayLate };
        // The first cell of a person need not wait for what the first cell of a process does.
        _ = started.ExecuteAsync(new CellRequest("0", "start", 0), null, _ => ValueTask.CompletedTask, CancellationToken.None);
        return started;
    }

    private void SayLate(int cell) => receive(new SessionEvent.Text(
        "stderr", $"[cell {cell} put something out after its end, which is dropped: let it wait for what it starts]\n"))
        .AsTask().GetAwaiter().GetResult();

    private async Task<ExpressionValue> EvaluateAsync(CellRequest expression, CancellationToken cancellationToken)
    {
        MimeBundle? value = null;
        var result = await worker.ExecuteAsync(expression, null, KeepValueAsync, cancellationToken);
        return new ExpressionValue(result, value);

        ValueTask KeepValueAsync(SessionEvent emitted)
        {
            value = (emitted as SessionEvent.Value)?.Data ?? value;
            return ValueTask.CompletedTask;
        }
    }

    private async Task EndUnlessStoppedAsync(WorkerSession stopping, DateTime since)
    {
        await Task.Delay(GiveUp);
        lock (gate)
        {
            if (running is not null && interrupted == since && stopping == worker)
                stopping.Kill();
        }
    }

    private CellAnswer Restart(CellError end)
    {
        WorkerSession old;
        bool wasStopping;
        lock (gate)
        {
            old = worker;
            worker = Start();
            wasStopping = interrupted is not null;
        }

        End(old);
        var reason = wasStopping ? new CellError(CellErrorNames.StillRunning, "the cell could not be stopped", []) : end;
        var message = $"{reason.Message}. The session was restarted: all variables are lost.";
        var error = new CellError(reason.Name, message, [$"{reason.Name}: {message}", .. reason.Traceback.Skip(1)]);
        return new CellAnswer(new CellResult(error), new Dictionary<string, ExpressionValue>(), IsLost: true);
    }
}
