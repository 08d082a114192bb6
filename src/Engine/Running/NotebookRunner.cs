using System.Runtime.CompilerServices;
using Notebooks.Documents;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Running;

/// <summary>
/// Executes notebooks, each in a process of its own, so that none sees another's variables or dies of another's crash.
/// </summary>
/// <param name="options">Timeout, and how many run side by side.</param>
/// <param name="progress">Hears how it gets on.</param>
public sealed class NotebookRunner(RunOptions options, IRunProgress progress)
{
    /// <summary>
    /// Executes the notebooks and hands them out in their order, each as soon as it and all before it are finished. The one
    /// with the most code starts first, so that no processor waits at the end for a long one that started late. The
    /// documents given get the new outputs; no file is written.
    /// </summary>
    /// <exception cref="OperationCanceledException">
    /// It was interrupted; what was done until then has been handed out, notebooks of which some cells were done among it.
    /// </exception>
    public async IAsyncEnumerable<ExecutedNotebook> RunAsync(
        IReadOnlyList<NotebookDocument> notebooks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        _ = Task.Run(CellCompiler.Prepare, cancellationToken); // While the first process starts.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var runs = notebooks.Select(notebook => (Notebook: notebook, Result: new TaskCompletionSource<ExecutedNotebook>())).ToList();
        using var places = new SemaphoreSlim(options.SideBySide);
        var oneInWaiting = new ParallelOptions { MaxDegreeOfParallelism = options.SideBySide + 1, CancellationToken = stop.Token };
        var longestFirst = runs.OrderByDescending(run => run.Notebook.Cells.Where(cell => cell.IsCode).Sum(cell => cell.Source.Length));
        var all = Parallel.ForEachAsync(longestFirst, oneInWaiting, async (run, stopped) =>
            run.Result.SetFromTask(await RunAsync(run.Notebook, places, stopped).ContinueWith(task => task, TaskScheduler.Default)));
        var stopping = stop.Token; // Its source is gone when the continuation asks for it.
        _ = all.ContinueWith(_ => runs.ForEach(run => run.Result.TrySetCanceled(stopping)), TaskScheduler.Default);
        try
        {
            // What the interruption caught in the middle comes too, as soon as it has stopped.
            var isWhole = true;
            foreach (var (_, result) in runs)
            {
                await ((Task)result.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                var executed = result.Task.IsCanceled ? null : await result.Task;
                isWhole &= executed is { IsInterrupted: false };
                if (executed is not null)
                    yield return executed;
            }

            if (!isWhole)
                cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync();
            await all.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    // The next one's process starts already while it waits for its place.
    private async Task<ExecutedNotebook> RunAsync(NotebookDocument notebook, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        using var execution = new NotebookExecution(notebook, options, progress);
        using var stop = cancellationToken.Register(execution.Kill);
        await places.WaitAsync(cancellationToken);
        try
        {
            return await execution.RunAsync(cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }
}
