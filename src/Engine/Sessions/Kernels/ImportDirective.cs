using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Notebooks.Documents;
using Notebooks.Sessions.Messages;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Kernels;

/// <summary><c>#!import file</c>: runs the cells of a file and shows its prose.</summary>
/// <param name="folder">The notebook's folder, from which relative paths start.</param>
/// <param name="root">The kernel that has the command.</param>
internal sealed class ImportDirective(string folder, CompositeKernel root)
{
    private readonly Stack<string> imports = new();

    /// <summary>Makes the command known.</summary>
    public void Add() => root.AddDirective<ImportDocument>(
        new KernelActionDirective("#!import")
        {
            Description = "Import and run another notebook or source code file",
            Parameters = [new KernelDirectiveParameter("--file") { AllowImplicitName = true, Required = true, TypeHint = "file" }],
        },
        ImportAsync);

    private async Task ImportAsync(ImportDocument command, KernelInvocationContext context)
    {
        var path = Path.GetFullPath(command.FilePath, folder);
        if (imports.Contains(path))
        {
            Fail($"the file imports itself: {string.Join(" → ", imports.Reverse().Append(path).Select(Path.GetFileName))}");
            return;
        }

        imports.Push(path);
        try
        {
            foreach (var (cell, isProse) in ImportedFile.Read(path, command.FilePath))
            {
                if (isProse)
                    context.DisplayAs(cell.Code, "text/markdown");
                else if (!await RunAsync(cell, command, context))
                    return;
            }
        }
        catch (DocumentException exception)
        {
            Fail(exception.Message);
        }
        finally
        {
            imports.Pop();
        }

        void Fail(string reason)
        {
            var message = $"#!import {command.FilePath}: {reason}";
            if (Submission.Current is { } submission)
                submission.Error ??= CellError.Of(CellErrorNames.MagicCommand, message);
            context.Fail(command, message: message);
        }
    }

    private async Task<bool> RunAsync(CellRequest cell, ImportDocument command, KernelInvocationContext context)
    {
        var importing = Submission.Current ?? throw new InvalidOperationException("Only a running cell can import a file.");
        var imported = Submission.Current = importing.Submit(cell);
        imported.IsImported = true;
        var result = await root.SendAsync(new SubmitCode(cell.Code));
        if (imported.Error is null && SubmissionErrors.Of(result, cell, root) is { } error)
            imported.Error = error;
        if (imported.Error is null)
            return true;
        importing.Error = imported.Error;
        context.Fail(command, message: imported.Error.Message);
        return false;
    }
}
