using System.CommandLine;
using System.Runtime.CompilerServices;
using Notebooks.Book;
using Notebooks.Book.Building;
using Notebooks.Book.Programs;
using Notebooks.Book.Sources;
using Notebooks.Documents;
using Notebooks.Running;

namespace Notebooks.CommandLine;

/// <summary><c>book</c>: executes all notebooks and writes them, and the HTML book, to a folder.</summary>
internal static class BookCommand
{
    private const int DefaultPort = 8420;

    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var output = new Option<string?>("--output")
        {
            Description = "Where to. Default: artifacts/book of the repository.",
            HelpName = "DIR",
        };
        var watch = new Option<bool>("--watch")
        {
            Description = "Then serve the book on 127.0.0.1, and build it anew whenever a notebook is saved, until Ctrl+C.",
        };
        var port = new Option<int>("--port")
        {
            Description = "Where --watch serves; the next free one is taken.",
            DefaultValueFactory = _ => DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, out var number) || number is < 1 or > 65_000))
                result.AddError($"--port {text}: a number from 1 to 65000 is expected");
        });
        var noPage = new Option<bool>("--no-page")
        {
            Description = "Leave out the C# that the pages run; it is compiled by packages of 100 MB.",
        };
        var command = new Command(
            "book", "Execute notebooks/*.ipynb and write the executed notebooks and the HTML book.") { output, watch, port, noPage };
        var timeouts = new TimeoutOptions();
        timeouts.AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var root = Repository.Here();
            var folder = Path.GetFullPath(call.GetValue(output) ?? Path.Combine(root, "artifacts", "book"));
            var options = timeouts.ToRunOptions(call);
            var programs = call.GetValue(noPage) ? null : new ProgramMaking(root);
            if (!call.GetValue(watch))
                return await WriteAsync(root, folder, programs, options, cancellationToken);
            var libraries = NotebookFiles.Load([]).SelectMany(CellReferences.Of);
            OutputFolder.Create(folder);
            return await BookWatch.RunAsync(root, libraries, folder, call.GetValue(port), () =>
                WriteAsync(root, folder, programs, options, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> WriteAsync(
        string root, string folder, ProgramMaking? programs, RunOptions options, CancellationToken cancellationToken)
    {
        var report = ConsoleReport.OnConsole();
        var build = new BookBuild(root, folder) { Programs = programs, Say = report.Say };
        try
        {
            var notebooks = NotebookFiles.Load([]);
            TargetFiles.Of(notebooks, folder, ".html");
            var wentWell = await build.RunAsync(notebooks, changed => ExecuteAsync(changed, options, report, cancellationToken));
            report.Say($"The book: {Path.Combine(folder, "index.html")}");
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
            if (executed.IsInterrupted)
                continue;
            report.Finished(executed, []);
            yield return executed.Document;
        }

        if (changed.Count > 0)
            report.Summary();
    }
}
