using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Notebooks.Documents;
using Notebooks.Sessions.Messages;
using Notebooks.Workers;

namespace Notebooks.Running;

/// <summary>Executes the cells of one notebook in one session, from the first to the last or to the first that fails.</summary>
internal sealed class NotebookExecution : IDisposable
{
    private static readonly TimeSpan CompilerPatience = TimeSpan.FromMinutes(10);
    private readonly NotebookDocument notebook;
    private readonly RunOptions options;
    private readonly IRunProgress progress;
    private readonly WorkerSession session;
    private readonly OutputRecorder recorder = new();
    private readonly List<string> nativeOutput = [];
    private readonly ConcurrentQueue<int> late = [];
    private CellClock clock;
    private bool isEnded;

    /// <summary>Starts the session.</summary>
    public NotebookExecution(NotebookDocument notebook, RunOptions options, IRunProgress progress)
    {
        (this.notebook, this.options, this.progress) = (notebook, options, progress);
        clock = new CellClock(options.CellTimeout, CancellationToken.None);
        session = new WorkerSession(notebook.Folder) { Restoring = Restoring, Running = Running, WroteLate = late.Enqueue };
    }

    /// <summary>Executes into the notebook's outputs.</summary>
    /// <returns>The notebook; when the run was interrupted in the middle, with the outputs of the cells that were done.</returns>
    /// <exception cref="OperationCanceledException">The run was interrupted before a cell was done.</exception>
    public async Task<ExecutedNotebook> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var cells = notebook.Cells.Where(cell => cell.IsExecuted).ToList();
        foreach (var cell in notebook.Cells.Where(cell => cell.IsCode && !cell.IsSkipped))
            cell.ClearExecution();

        CellFailure? failure = null;
        var allowed = new List<CellFailure>();
        for (var i = 0; i < cells.Count && failure is null; i++)
        {
            progress.CellStarted(notebook, i + 1, cells.Count);
            recorder.Begin(cells[i], i + 1);
            var result = await ExecuteAsync(Request(i), i + 1 < cells.Count ? Request(i + 1) : null, cancellationToken);
            if (i == 0)
                cancellationToken.ThrowIfCancellationRequested();
            recorder.End(result);
            nativeOutput.AddRange(session.TakeNativeOutput());
            if (result.Error is not { } error || (!isEnded && cells[i].Tags.Contains("raises-exception")))
                continue;
            if (options.AllowErrors && !isEnded)
                allowed.Add(new CellFailure(i + 1, error));
            else
                failure = new CellFailure(i + 1, error);
        }

        progress.NotebookFinished(notebook);
        return new ExecutedNotebook(notebook, cells.Count, failure, watch.Elapsed, nativeOutput)
        {
            AllowedFailures = allowed,
            IsInterrupted = failure is not null && cancellationToken.IsCancellationRequested,
            Remarks = [.. Remarks()],
        };

        CellRequest Request(int index) => new(MagicLines.WithLanguage(cells[index]), notebook.FileName, index + 1);
    }

    /// <summary>Ends the session at once.</summary>
    public void Kill() => session.Kill();

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        clock.Dispose();
    }

    private async Task<CellResult> ExecuteAsync(CellRequest cell, CellRequest? next, CancellationToken cancellationToken)
    {
        clock.Dispose();
        clock = new CellClock(options.CellTimeout, cancellationToken);
        clock.Wait(session.Ready.IsCompleted ? CompilerPatience : options.StartTimeout);
        try
        {
            var result = await session.ExecuteAsync(cell, next, RecordAsync, CancellationToken.None).WaitAsync(clock.Token);
            isEnded = session.HasEnded;
            return cancellationToken.IsCancellationRequested && isEnded ? new CellResult(Interrupted) : result;
        }
        catch (OperationCanceledException)
        {
            isEnded = true;
            var error = cancellationToken.IsCancellationRequested ? Interrupted : TimedOut();
            session.Kill();
            await session.Ended;
            return new CellResult(error);
        }
    }

    private ValueTask RecordAsync(SessionEvent emitted)
    {
        recorder.Record(emitted);
        return ValueTask.CompletedTask;
    }

    // A restore has a limit of its own.
    private void Restoring(string? state)
    {
        if (state is null)
            clock.Run();
        else
            clock.Wait(Timeout.InfiniteTimeSpan);
        progress.Restoring(notebook, state);
    }

    private void Running(bool isRunning)
    {
        if (isRunning)
            clock.Run();
        else
            clock.Wait(CompilerPatience);
    }

    private CellError TimedOut() => Error("TimeoutException",
        clock.IsRunning ? $"the cell was still running after {Seconds(options.CellTimeout)} s and was stopped (--timeout)"
        : session.Ready.IsCompleted ? $"the cell was not compiled after {Seconds(CompilerPatience)} s"
        : $"the process that executes the cells was not ready after {Seconds(options.StartTimeout)} s (--kernel-timeout)");

    private static CellError Interrupted => Error("Interrupted", "the run was interrupted while this cell ran");

    private static CellError Error(string name, string message) => new(name, message, [$"{name}: {message}"]);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private IEnumerable<string> Remarks()
    {
        foreach (var cell in late.Order())
            yield return $"cell {cell} put something out after its end, which is dropped: let it wait for what it starts";
        if (session.EndWhatCellsStarted() is { Count: > 0 } ended)
            yield return $"what its cells had started and left running was ended: {string.Join(", ", ended)}";
    }
}
