using System.CommandLine;
using System.Text;
using Notebooks.Book;
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
        var executed = new List<ExecutedNotebook>();
        await foreach (var notebook in new NotebookRunner(options, report).RunAsync(notebooks, cancellationToken))
        {
            executed.Add(notebook);
            report.Finished(notebook, []);
        }

        foreach (var document in executed.Select(notebook => notebook.Document))
        {
            document.Save(Path.Combine(folder, document.FileName));
            AtomicFile.Write(
                Path.Combine(folder, Path.ChangeExtension(document.FileName, ".html")),
                Encoding.UTF8.GetBytes(PlainPage.Of(document)));
        }

        report.Summary();
        report.Say($"The book is in {Path.GetFullPath(folder)}");
        return report.HasFailures ? ExitStatus.Failed : ExitStatus.Success;
    }
}
