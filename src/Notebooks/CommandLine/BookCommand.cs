using System.CommandLine;
using System.Runtime.CompilerServices;
using Notebooks.Book;
using Notebooks.Book.Building;
using Notebooks.Documents;
using Notebooks.Running;

namespace Notebooks.CommandLine;

/// <summary><c>book</c>: executes all notebooks and writes them, and the HTML book, to a folder.</summary>
internal static class BookCommand
{
    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var output = new Option<string?>("--output")
        {
            Description = "Where to. Default: artifacts/book of the repository.",
            HelpName = "DIR",
        };
        var timeout = CommonOptions.Timeout();
        var command = new Command("book", "Execute notebooks/*.ipynb and write the executed notebooks and the HTML book.") { output, timeout };
        command.SetAction((call, cancellationToken) => WriteAsync(
            NotebookFiles.Load([]),
            call.GetValue(output) ?? Path.Combine(Repository.Find(Directory.GetCurrentDirectory())!, "artifacts", "book"),
            CommonOptions.ToRunOptions(call.GetValue(timeout)),
            cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(
        IReadOnlyList<NotebookDocument> notebooks,
        string folder,
        RunOptions options,
        CancellationToken cancellationToken)
    {
        OutputFolder.Create(folder);
        var report = ConsoleReport.OnConsole();
        var root = Repository.Find(Directory.GetCurrentDirectory())!;
        try
        {
            var wentWell = await new BookBuild(root, folder).RunAsync(notebooks, changed => ExecuteAsync(changed, options, report, cancellationToken));
            report.Say($"The book is in {Path.GetFullPath(folder)}: open index.html there.");
            return wentWell ? ExitStatus.Success : ExitStatus.Failed;
        }
        catch (BookException error)
        {
            throw new CallException(error.Message, error);
        }
    }

    private static async IAsyncEnumerable<NotebookDocument> ExecuteAsync(
        IReadOnlyList<NotebookDocument> changed,
        RunOptions options,
        ConsoleReport report,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var executed in new NotebookRunner(options, report).RunAsync(changed, cancellationToken))
        {
            report.Finished(executed, []);
            yield return executed.Document;
        }

        if (changed.Count > 0)
            report.Summary();
    }
}
