using System.CommandLine;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Checking;

namespace Notebooks.CommandLine;

/// <summary><c>check</c>: executes notebooks into memory and compares with the outputs that are committed.</summary>
internal static class CheckCommand
{
    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var files = NotebookFiles.Argument();
        var timeout = CommonOptions.Timeout();
        var command = new Command("check", "Execute notebooks into memory and compare with their committed outputs.") { files, timeout };
        command.SetAction((call, cancellationToken) => CheckAsync(
            NotebookFiles.Load(call.GetValue(files) ?? []),
            CommonOptions.ToRunOptions(call.GetValue(timeout)),
            cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(
        IReadOnlyList<NotebookDocument> committed, RunOptions options, CancellationToken cancellationToken)
    {
        foreach (var notebook in committed)
            NotebookComparison.RequireTolerances(notebook);
        var report = ConsoleReport.OnConsole();
        var copies = committed.Select(notebook => notebook.Clone()).ToList();
        var index = 0;
        await foreach (var executed in new NotebookRunner(options, report).RunAsync(copies, cancellationToken))
        {
            if (!executed.IsInterrupted)
                report.Finished(executed, NotebookComparison.Compare(committed[index], executed));
            index++;
        }

        report.Summary();
        return report.HasFailures ? ExitStatus.Failed : ExitStatus.Success;
    }
}
