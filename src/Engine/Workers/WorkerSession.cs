using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;
using Notebooks.Workers.Messages;

namespace Notebooks.Workers;

/// <summary>
/// A session in a process of its own. Its cells are compiled here, before they are sent, and run there; only what magic
/// commands bring in the middle of a cell is known there alone, and compiled when the worker asks.
/// </summary>
public sealed class WorkerSession : IDisposable
{
    private readonly SemaphoreSlim oneCell = new(1);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly NativeOutput native;
    private readonly WorkerProcess process;
    private readonly SessionCompiler compiler;
    private volatile RunningCell? running;
    private volatile TaskCompletionSource<IReadOnlyList<string>>? listing;
    private (CellRequest Cell, Task<CompiledAhead?> Code)? ahead;

    /// <summary>Starts a session in which notebooks run by themselves.</summary>
    /// <param name="folder">The folder from which relative paths start.</param>
    public WorkerSession(string folder)
        : this(folder, Worker.Unattended, null)
    {
    }

    /// <summary>Starts a session for a person at a front end.</summary>
    /// <param name="folder">The folder from which relative paths start.</param>
    /// <param name="printed">Receives what native code prints, at any time.</param>
    public WorkerSession(string folder, Func<SessionEvent, ValueTask> printed)
        : this(folder, Worker.Interactive, printed)
    {
    }

    private WorkerSession(string folder, string kind, Func<SessionEvent, ValueTask>? printed)
    {
        native = new NativeOutput(printed);
        process = WorkerProcess.Start(kind, folder, ReceiveAsync, native);
        compiler = new SessionCompiler(folder);
    }

    /// <summary>Receives the running cell's questions; each waits for <see cref="Answer"/>.</summary>
    public Func<InputRequest, ValueTask>? Asked { get; init; }

    /// <summary>Hears what packages the running cell waits for; null when they are there or cannot be had.</summary>
    public Action<string?>? Restoring { get; init; }

    /// <summary>Hears that the running cell's own code runs, or that it waits for the compiler.</summary>
    public Action<bool>? Running { get; init; }

    /// <summary>Hears the number of a cell that has put something out after its end, once for each.</summary>
    public Action<int>? WroteLate { get; init; }

    /// <summary>Completes when the process takes cells.</summary>
    public Task Ready => ready.Task;

    /// <summary>Completes when the process says nothing more.</summary>
    public Task Ended => process.Ended;

    /// <summary>True if the process has ended; the result of the latest cell tells how.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Scope of the next cell.</summary>
    public SessionScope Scope => compiler.Scope;

    /// <summary>
    /// Executes one cell; a cell's own failure is a result, never an exception, and so is the end of the process.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="next">The cell that will follow, which is compiled while this one runs; null when that is not known.</param>
    /// <param name="receive">Receives what the cell emits, in order; while it waits, so does the cell.</param>
    /// <param name="cancellationToken">Interrupts the cell as far as that is possible; variables stay.</param>
    public async Task<CellResult> ExecuteAsync(
        CellRequest cell, CellRequest? next, Func<SessionEvent, ValueTask> receive, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cell);
        await oneCell.WaitAsync(CancellationToken.None);
        try
        {
            var code = await (ahead?.Cell == cell ? ahead.Value.Code : compiler.CompileAheadAsync(cell, cancellationToken));
            running = new RunningCell(receive, cancellationToken);
            if (ready.Task.IsCompleted)
                Running?.Invoke(true); // First: the worker may ask for the compiler as soon as it has the cell.
            process.Send(new WorkerRequest.Execute(cell, code));
            ahead = code is not null && next is not null && !CellLanguage.NamesFiles(next.Code)
                ? (next, compiler.CompileAheadAsync(next, CancellationToken.None))
                : null;
            await using var stopping = cancellationToken.UnsafeRegister(_ => process.Send(new WorkerRequest.Interrupt()), null);
            await Task.WhenAny(running.Ended.Task, process.Ended);
            if (running.Ended.Task.IsCompleted)
                return await running.Ended.Task;
            await process.Ended;
            HasEnded = true;
            return new CellResult(await process.HowItEndedAsync());
        }
        finally
        {
            running = null;
            oneCell.Release();
        }
    }

    /// <summary>Answers the running cell's question.</summary>
    /// <param name="text">The answer; null when nobody may be asked.</param>
    public void Answer(string? text) => process.Send(new WorkerRequest.Answer(text));

    /// <summary>The magic commands that a cell can use now, asked by one at a time; none when the process has ended.</summary>
    public async Task<IReadOnlyList<string>> MagicCommandsAsync()
    {
        var listed = listing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Send(new WorkerRequest.ListMagicCommands());
        await Task.WhenAny(listed.Task, process.Ended);
        return listed.Task.IsCompleted ? await listed.Task : [];
    }

    /// <summary>The lines that native code printed since the last call, the first few of them.</summary>
    public IReadOnlyList<string> TakeNativeOutput() => native.Take();

    /// <summary>Ends what the cells have started and left running.</summary>
    /// <returns>The names of those processes.</returns>
    public IReadOnlyList<string> EndWhatCellsStarted() => process.EndWhatCellsStarted();

    /// <summary>Ends the process and all that it started.</summary>
    public void Kill() => process.Kill();

    /// <inheritdoc/>
    public void Dispose()
    {
        compiler.Dispose();
        process.Dispose();
        oneCell.Dispose();
    }

    private ValueTask ReceiveAsync(WorkerReply reply)
    {
        switch (reply)
        {
            case WorkerReply.Ready:
                ready.TrySetResult();
                Running?.Invoke(running is not null);
                break;
            case WorkerReply.Emit emitted:
                return running?.Receive(emitted.Event) ?? ValueTask.CompletedTask;
            case WorkerReply.Ask asked:
                return Asked?.Invoke(asked.Request) ?? ValueTask.CompletedTask;
            case WorkerReply.Compile asked:
                Running?.Invoke(false);
                compiler.Compile(asked.Cell, code => SendCompiled(asked, code), running?.CancellationToken ?? CancellationToken.None);
                break;
            case WorkerReply.Restoring restoring:
                Restoring?.Invoke(restoring.State);
                break;
            case WorkerReply.WroteLate late:
                WroteLate?.Invoke(late.CellNumber);
                break;
            case WorkerReply.Ended ended:
                running?.Ended.TrySetResult(ended.Result);
                break;
            case WorkerReply.MagicCommands known:
                listing?.TrySetResult(known.Names);
                break;
        }

        return ValueTask.CompletedTask;
    }

    private void SendCompiled(WorkerReply.Compile asked, CompiledCell code)
    {
        Running?.Invoke(true);
        process.Send(new WorkerRequest.Compiled(asked.Cell.Path, code));
    }

    private sealed record RunningCell(Func<SessionEvent, ValueTask> Receive, CancellationToken CancellationToken)
    {
        public TaskCompletionSource<CellResult> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
