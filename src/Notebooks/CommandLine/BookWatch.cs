using Notebooks.Book;
using Notebooks.Book.Watching;
using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary><c>book --watch</c>: serves the book and builds it anew when a source is saved.</summary>
internal static class BookWatch
{
    /// <summary>Runs until it is interrupted, which is its normal end.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="libraries">The libraries that the cells load.</param>
    /// <param name="folder">The folder of the book.</param>
    /// <param name="port">The first port to try.</param>
    /// <param name="build">Builds the book anew.</param>
    /// <param name="cancellationToken">The interruption.</param>
    public static async Task<int> RunAsync(string root, IEnumerable<string> libraries, string folder, int port, Func<Task> build, CancellationToken cancellationToken)
    {
        using var server = Start(folder, port);
        using var watcher = new SourceWatcher(
        [
            (Path.Combine(root, "notebooks"), "*.ipynb"),
            (Path.Combine(root, "notebooks"), "*.md"),
            (Path.Combine(root, "data"), "*"),
            .. libraries.Select(static library => (Path.GetDirectoryName(library)!, Path.GetFileName(library))),
        ]);
        var serving = server.RunAsync(cancellationToken);
        Console.WriteLine($"Reading at {server.Address}, and watching notebooks and data. Ctrl+C ends it.");
        try
        {
            while (true)
            {
                await watcher.WaitAsync(cancellationToken);
                await RebuildAsync(build, server);
            }
        }
        catch (OperationCanceledException)
        {
            await serving;
            return ExitStatus.Success;
        }
    }

    private static BookServer Start(string folder, int port)
    {
        try
        {
            return BookServer.Start(folder, port);
        }
        catch (BookException error)
        {
            throw new CallException(error.Message, error);
        }
    }

    /// <summary>A source that is wrong at the moment is the author's to mend: say so, and go on watching.</summary>
    private static async Task RebuildAsync(Func<Task> build, BookServer server)
    {
        try
        {
            await build();
            server.Reload();
        }
        catch (Exception error) when (error is CallException or BookException or DocumentException or IOException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            server.ShowProblem(error.Message);
        }
    }
}
