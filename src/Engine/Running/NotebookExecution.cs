using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Notebooks.Documents;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Executing;
using Notebooks.Sessions.Messages;

namespace Notebooks.Running;

/// <summary>
/// Executes the cells of one notebook in one worker, from the first to the last or to the first that fails. They are
/// compiled here, by a compiler that an earlier notebook may have warmed up, and run there.
/// </summary>
internal sealed class NotebookExecution(
    NotebookDocument notebook, WorkerProcess worker, RunOptions options, IRunProgress progress) : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);
    private readonly CellCompiler compiler = new(notebook.Folder);
    private readonly CellThread compiling = new();
    private readonly OutputRecorder recorder = new();
    private readonly List<string> nativeOutput = [];

    /// <summary>Executes into the notebook's outputs.</summary>
    /// <exception cref="OperationCanceledException">The whole run was interrupted.</exception>
    public async Task<ExecutedNotebook> RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var cells = notebook.Cells.Where(IsExecuted).ToList();
        foreach (var cell in notebook.Cells.Where(cell => cell.IsCode && !IsSkipped(cell)))
            cell.ClearExecution();

        CellFailure? failure = null;
        for (var i = 0; i < cells.Count && failure is null; i++)
        {
            progress.CellStarted(notebook, i + 1, cells.Count);
            recorder.Begin(cells[i], i + 1);
            var result = await ExecuteAsync(cells[i], i + 1, cancellationToken);
            recorder.End(result);
            nativeOutput.AddRange(worker.TakeNativeOutput());
            if (result.Error is { } error && !cells[i].Tags.Contains("raises-exception"))
                failure = new CellFailure(i + 1, error);
        }

        progress.NotebookFinished(notebook);
        return new ExecutedNotebook(notebook, cells.Count, failure, clock.Elapsed, nativeOutput);
    }

    /// <inheritdoc/>
    public void Dispose() => compiling.Dispose();

    private static bool IsExecuted(NotebookCell cell) =>
        cell.IsCode && !IsSkipped(cell) && !string.IsNullOrWhiteSpace(cell.Source);

    private static bool IsSkipped(NotebookCell cell) => cell.Tags.Contains("skip-execution");

    private async Task<CellResult> ExecuteAsync(NotebookCell cell, int number, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (number == 1)
            {
                limit.CancelAfter(StartPatience);
                await worker.NextAsync(limit.Token);
            }

            limit.CancelAfter(options.CellTimeout);
            worker.Send(WorkerMessage.From(new CellRequest(MagicLines.WithLanguage(cell), notebook.FileName, number)));
            while (await worker.NextAsync(limit.Token) is { } message)
            {
                if (WorkerMessage.ToCellToCompile(message) is { } wanted)
                    worker.Send(WorkerMessage.From(await CompileAsync(wanted, limit.Token)));
                else if (WorkerMessage.IsRestoring(message, out var state))
                    Restoring(state, limit);
                else if (Handle(message) is { } result)
                    return result;
            }

            return new CellResult(await worker.HowItEndedAsync());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            worker.Kill();
            return new CellResult(TimedOut());
        }
    }

    // A restore has its own limit; the cell's begins anew after it.
    private void Restoring(string? state, CancellationTokenSource limit)
    {
        limit.CancelAfter(state is null ? options.CellTimeout : Timeout.InfiniteTimeSpan);
        progress.Restoring(notebook, state);
    }

    // On a thread with a large stack: deeply nested code takes much.
    private Task<CompiledCell> CompileAsync(CellToCompile cell, CancellationToken cancellationToken)
    {
        var compiled = new Task<CompiledCell>(() => compiler.Compile(cell, cancellationToken), cancellationToken);
        compiling.Post(compiled.RunSynchronously);
        return compiled;
    }

    private CellResult? Handle(JsonObject message)
    {
        if (WorkerMessage.ToEvent(message) is { } happened)
            recorder.Record(happened);
        return WorkerMessage.ToResult(message);
    }

    private CellError TimedOut()
    {
        var seconds = options.CellTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var message = $"the cell was still running after {seconds} s and was stopped (--timeout)";
        return new CellError("TimeoutException", message, [$"TimeoutException: {message}"]);
    }
}
