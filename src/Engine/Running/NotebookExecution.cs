using System.Diagnostics;
using System.Globalization;
using Notebooks.Documents;
using Notebooks.Sessions.Messages;
using Notebooks.Workers;

namespace Notebooks.Running;

/// <summary>Executes the cells of one notebook in one session, from the first to the last or to the first that fails.</summary>
internal sealed class NotebookExecution : IDisposable
{
    private readonly NotebookDocument notebook;
    private readonly RunOptions options;
    private readonly IRunProgress progress;
    private readonly WorkerSession session;
    private readonly OutputRecorder recorder = new();
    private readonly List<string> nativeOutput = [];
    private CancellationTokenSource limit = new();

    /// <summary>Starts the session.</summary>
    public NotebookExecution(NotebookDocument notebook, RunOptions options, IRunProgress progress)
    {
        (this.notebook, this.options, this.progress) = (notebook, options, progress);
        session = new WorkerSession(notebook.Folder) { Restoring = Restoring };
    }

    /// <summary>Executes into the notebook's outputs.</summary>
    /// <exception cref="OperationCanceledException">The whole run was interrupted.</exception>
    public async Task<ExecutedNotebook> RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var cells = notebook.Cells.Where(IsExecuted).ToList();
        foreach (var cell in notebook.Cells.Where(cell => cell.IsCode && !IsSkipped(cell)))
            cell.ClearExecution();

        CellFailure? failure = null;
        var allowed = new List<CellFailure>();
        for (var i = 0; i < cells.Count && failure is null; i++)
        {
            progress.CellStarted(notebook, i + 1, cells.Count);
            recorder.Begin(cells[i], i + 1);
            var result = await ExecuteAsync(Request(i), i + 1 < cells.Count ? Request(i + 1) : null, cancellationToken);
            recorder.End(result);
            nativeOutput.AddRange(session.TakeNativeOutput());
            if (result.Error is not { } error || cells[i].Tags.Contains("raises-exception"))
                continue;
            if (options.AllowErrors && !session.Ended.IsCompleted)
                allowed.Add(new CellFailure(i + 1, error));
            else
                failure = new CellFailure(i + 1, error);
        }

        progress.NotebookFinished(notebook);
        return new ExecutedNotebook(notebook, cells.Count, failure, clock.Elapsed, nativeOutput)
        {
            AllowedFailures = allowed,
        };

        CellRequest Request(int index) => new(MagicLines.WithLanguage(cells[index]), notebook.FileName, index + 1);
    }

    /// <summary>Ends the session at once.</summary>
    public void Kill() => session.Kill();

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        limit.Dispose();
    }

    private static bool IsExecuted(NotebookCell cell) =>
        cell.IsCode && !IsSkipped(cell) && !string.IsNullOrWhiteSpace(cell.Source);

    private static bool IsSkipped(NotebookCell cell) => cell.Tags.Contains("skip-execution");

    private async Task<CellResult> ExecuteAsync(CellRequest cell, CellRequest? next, CancellationToken cancellationToken)
    {
        limit.Dispose();
        limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            limit.CancelAfter(options.StartTimeout);
            var result = session.ExecuteAsync(cell, next, RecordAsync, CancellationToken.None);
            await Task.WhenAny(session.Ready, result).WaitAsync(limit.Token);
            limit.CancelAfter(options.CellTimeout);
            return await result.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            session.Kill();
            await session.Ended;
            return new CellResult(TimedOut());
        }
    }

    private ValueTask RecordAsync(SessionEvent emitted)
    {
        recorder.Record(emitted);
        return ValueTask.CompletedTask;
    }

    // A restore has its own limit; the cell's begins anew after it.
    private void Restoring(string? state)
    {
        limit.CancelAfter(state is null ? options.CellTimeout : Timeout.InfiniteTimeSpan);
        progress.Restoring(notebook, state);
    }

    private CellError TimedOut()
    {
        var message = session.Ready.IsCompleted
            ? $"the cell was still running after {Seconds(options.CellTimeout)} s and was stopped (--timeout)"
            : $"the process that executes the cells was not ready after {Seconds(options.StartTimeout)} s (--kernel-timeout)";
        return new CellError("TimeoutException", message, [$"TimeoutException: {message}"]);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
