using System.CommandLine;
using Notebooks.Book.Exporting;
using Notebooks.Documents;
using Notebooks.Packages;
using Notebooks.Programs;

namespace Notebooks.CommandLine;

/// <summary><c>export</c>: writes a notebook, with the outputs that it has, in another form.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["cs"] = ".cs",
        ["html"] = ".html",
        ["markdown"] = ".md",
    };

    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var files = NotebookFiles.Argument();
        var form = new Option<string>("--to")
        {
            Description = "The form: cs (a program that dotnet run builds), html (one file), markdown.",
            HelpName = "cs|html|markdown",
            Required = true,
        };
        form.Validators.Add(found =>
        {
            if (found.Tokens is [{ Value: var text }] && !Endings.ContainsKey(text))
                found.AddError($"--to {text}: one of cs, html, markdown is expected");
        });
        var output = new Option<string?>("--output")
        {
            Description = "Write into this folder instead of beside the notebooks.",
            HelpName = "DIR",
        };
        var command = new Command("export", "Write notebooks, with the outputs that they have, as programs or pages; nothing is executed.")
        {
            files,
            form,
            output,
        };
        command.SetAction((call, cancellationToken) => ExportAsync(
            NotebookFiles.Load(call.GetValue(files) ?? []), call.GetValue(form)!, call.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> ExportAsync(
        IReadOnlyList<NotebookDocument> notebooks, string form, string? folder, CancellationToken cancellationToken)
    {
        var targets = TargetFiles.Of(notebooks, folder, Endings[form]);
        var report = ConsoleReport.OnConsole();
        var mistakes = new List<string>();
        foreach (var notebook in notebooks)
        {
            var target = targets[notebook];
            var place = Path.GetDirectoryName(Path.GetFullPath(target))!;
            try
            {
                var content = await ContentAsync(notebook, form, place, report, cancellationToken);
                AtomicFile.Write(target, content);
                report.Say(target);
            }
            catch (Exception error) when (error is CallException or DocumentException)
            {
                mistakes.Add(error.Message);
            }
        }

        return mistakes.Count == 0 ? ExitStatus.Success : throw new CallException(mistakes);
    }

    private static async Task<byte[]> ContentAsync(
        NotebookDocument notebook, string form, string folder, ConsoleReport report, CancellationToken cancellationToken)
    {
        var text = form switch
        {
            "html" => await PageAsync(notebook, folder, report),
            "markdown" => MarkdownFile.Of(notebook),
            _ => await ProgramAsync(notebook, folder, report, cancellationToken),
        };
        return System.Text.Encoding.UTF8.GetBytes(text);
    }

    private static async Task<string> PageAsync(NotebookDocument notebook, string folder, ConsoleReport report)
    {
        var page = await SinglePage.OfAsync(notebook, folder);
        foreach (var problem in page.Problems)
            report.Problem(problem);
        return page.Html;
    }

    private static async Task<string> ProgramAsync(
        NotebookDocument notebook, string folder, ConsoleReport report, CancellationToken cancellationToken)
    {
        var program = await ProgramExport.OfAsync(
            notebook, folder, new SdkRestore(notebook.Folder), state => report.Restoring(notebook, $"restoring packages, {state}"),
            cancellationToken);
        report.NotebookFinished(notebook);
        foreach (var remark in program.Remarks)
            report.Problem(remark);
        return program.Mistakes.Count == 0 ? program.Text : throw new CallException(program.Mistakes);
    }
}
