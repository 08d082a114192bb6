using Notebooks.Book;
using Notebooks.Book.Watching;
using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary><c>book --watch</c>: builds the book, serves it, and builds it anew when a source is saved.</summary>
internal static class BookWatch
{
    /// <summary>Runs until it is interrupted, which is its normal end.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="libraries">The libraries that the cells load.</param>
    /// <param name="folder">The folder of the book.</param>
    /// <param name="port">The first port to try.</param>
    /// <param name="build">Builds the book.</param>
    /// <param name="cancellationToken">The interruption.</param>
    public static async Task<int> RunAsync(
        string root, IEnumerable<string> libraries, string folder, int port, Func<Task> build, CancellationToken cancellationToken)
    {
        using var watcher = new SourceWatcher(
        [
            (Path.Combine(root, "notebooks"), "*.ipynb"),
            (Path.Combine(root, "notebooks"), "*.md"),
            (Path.Combine(root, "data"), "*"),
            .. libraries.Select(static library => (Path.GetDirectoryName(library)!, Path.GetFileName(library))),
        ]);
        var problem = await BuildAsync(build); // What is saved meanwhile has been noticed.
        using var server = Start(folder, port);
        var serving = server.RunAsync(cancellationToken);
        Console.WriteLine($"Reading at {server.Address}, and watching notebooks and data. Ctrl+C ends it.");
        try
        {
            while (true)
            {
                if (problem is not null)
                    server.ShowProblem(problem);
                await watcher.WaitAsync(cancellationToken);
                problem = await BuildAsync(build);
                if (problem is null)
                    server.Reload();
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
    /// <returns>What is wrong, or null.</returns>
    private static async Task<string?> BuildAsync(Func<Task> build)
    {
        try
        {
            await build();
            return null;
        }
        catch (Exception error) when (error is CallException or BookException or DocumentException or IOException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return error.Message;
        }
    }
}
