using System.CommandLine;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Parameters;

namespace Notebooks.CommandLine;

/// <summary><c>run</c>: executes notebooks and writes their outputs.</summary>
internal static class RunCommand
{
    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var files = NotebookFiles.Argument();
        var output = new Option<string?>("--output")
        {
            Description = "Write the executed notebooks into this folder instead of back into the files.",
            HelpName = "DIR",
        };
        var param = new Option<string[]>("--param")
        {
            Description = "Replace a value in the cell tagged \"parameters\"; may be given several times.",
            HelpName = "NAME=VALUE",
        };
        var allowErrors = new Option<bool>("--allow-errors")
        {
            Description = "Go on after a cell that fails; its error stands in the notebook, and the exit status does not tell.",
        };
        var timeouts = new TimeoutOptions();
        var reports = new ReportOptions();
        var command = new Command("run", "Execute notebooks and write their outputs back, each as soon as it is finished.")
        {
            files,
            output,
            allowErrors,
            param,
        };
        timeouts.AddTo(command);
        reports.AddTo(command);
        command.SetAction((call, cancellationToken) =>
        {
            var notebooks = NotebookFiles.Load(call.GetValue(files) ?? []);
            var targets = TargetFiles.Of(notebooks, call.GetValue(output));
            if (ParameterInjection.Apply(notebooks, call.GetValue(param) ?? []) is { Count: > 0 } mistakes)
                throw new CallException(mistakes);
            var options = timeouts.ToRunOptions(call) with { AllowErrors = call.GetValue(allowErrors) };
            return RunAsync(notebooks, targets, options, reports.Begin(call, notebooks), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<NotebookDocument> notebooks,
        Dictionary<NotebookDocument, string> targets,
        RunOptions options,
        RunReport report,
        CancellationToken cancellationToken)
    {
        var written = true;
        try
        {
            await foreach (var executed in new NotebookRunner(options, report.Progress).RunAsync(notebooks, cancellationToken))
            {
                written &= TrySave(executed.Document, targets[executed.Document], report.Console); // First: the terminal may be gone.
                report.Finished(executed, []);
            }

            report.End();
        }
        finally
        {
            report.Write();
        }

        return !written ? ExitStatus.Wrong : report.Console.HasFailures ? ExitStatus.Failed : ExitStatus.Success;
    }

    private static bool TrySave(NotebookDocument notebook, string target, ConsoleReport report)
    {
        try
        {
            notebook.Save(target);
            return true;
        }
        catch (DocumentException error)
        {
            report.Problem(error.Message);
            return false;
        }
    }
}
