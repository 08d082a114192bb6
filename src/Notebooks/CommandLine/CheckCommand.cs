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
        var command = new Command("check", "Execute notebooks into memory and compare with their committed outputs.") { files };
        var timeouts = new TimeoutOptions();
        timeouts.AddTo(command);
        var reports = new ReportOptions();
        reports.AddTo(command);
        command.SetAction((call, cancellationToken) =>
        {
            var notebooks = NotebookFiles.Load(call.GetValue(files) ?? []);
            foreach (var notebook in notebooks)
                NotebookComparison.RequireTolerances(notebook);
            return CheckAsync(notebooks, timeouts.ToRunOptions(call), reports.Begin(call, notebooks), cancellationToken);
        });
        return command;
    }

    private static async Task<int> CheckAsync(
        IReadOnlyList<NotebookDocument> committed, RunOptions options, RunReport report, CancellationToken cancellationToken)
    {
        var copies = committed.Select(notebook => notebook.Clone()).ToList();
        var index = 0;
        try
        {
            await foreach (var executed in new NotebookRunner(options, report.Progress).RunAsync(copies, cancellationToken))
            {
                if (!executed.IsInterrupted)
                    report.Finished(executed, NotebookComparison.Compare(committed[index], executed));
                index++;
            }

            report.End();
        }
        finally
        {
            report.Write();
        }

        return report.Console.HasFailures ? ExitStatus.Failed : ExitStatus.Success;
    }
}
