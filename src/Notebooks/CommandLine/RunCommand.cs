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
        var timeout = CommonOptions.Timeout();
        var param = new Option<string[]>("--param")
        {
            Description = "Replace a value in the cell tagged \"parameters\"; may be given several times.",
            HelpName = "NAME=VALUE",
        };
        var command = new Command("run", "Execute notebooks and write their outputs back, each as soon as it is finished.")
        {
            files,
            output,
            timeout,
            param,
        };
        command.SetAction((call, cancellationToken) => RunAsync(
            NotebookFiles.Load(call.GetValue(files) ?? []),
            call.GetValue(output),
            call.GetValue(param) ?? [],
            CommonOptions.ToRunOptions(call.GetValue(timeout)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<NotebookDocument> notebooks,
        string? folder,
        IReadOnlyList<string> parameters,
        RunOptions options,
        CancellationToken cancellationToken)
    {
        var targets = Targets(notebooks, folder);
        if (ParameterInjection.Apply(notebooks, parameters) is { Count: > 0 } mistakes)
            throw new CallException(mistakes);
        var report = ConsoleReport.OnConsole();
        var written = true;
        await foreach (var executed in new NotebookRunner(options, report).RunAsync(notebooks, cancellationToken))
        {
            written &= TrySave(executed.Document, targets[executed.Document], report); // First: the terminal may be gone.
            report.Finished(executed, []);
        }

        report.Summary();
        return !written ? ExitStatus.Wrong : report.HasFailures ? ExitStatus.Failed : ExitStatus.Success;
    }

    private static Dictionary<NotebookDocument, string> Targets(IReadOnlyList<NotebookDocument> notebooks, string? folder)
    {
        if (folder is null)
            return notebooks.ToDictionary(notebook => notebook, notebook => notebook.Name);
        var clashes = notebooks.GroupBy(notebook => notebook.FileName, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .ToList();
        if (clashes.Count > 0)
            throw new CallException(
                clashes.Select(group => $"--output {folder}: {string.Join(" and ", group.Select(n => n.Name))} would be one file there"));
        OutputFolder.Create(folder);
        return notebooks.ToDictionary(notebook => notebook, notebook => Path.Combine(folder, notebook.FileName));
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
