using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Executing;
using Notebooks.Sessions.Messages;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Kernels;

/// <summary>The kernel of C#: compiles and runs what is submitted to it, and shares its variables with other kernels.</summary>
internal sealed class CSharpKernel : Kernel,
    IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<RequestValueInfos>, IKernelCommandHandler<SendValue>
{
    private readonly CellSources sources;
    private CellThread thread = new();

    /// <summary>Starts without any variables.</summary>
    public CSharpKernel(string folder, ICellCompiler compiler)
        : base("csharp")
    {
        KernelInfo.LanguageName = "C#";
        KernelInfo.LanguageVersion = "14.0";
        KernelInfo.Description = "Compile and run C#";
        sources = new CellSources(folder);
        Cells = new CSharpCells(folder, compiler, sources);
        RegisterForDisposal(() => thread.Dispose());
    }

    /// <summary>The cells and their variables.</summary>
    public CSharpCells Cells { get; }

    /// <inheritdoc/>
    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
            return; // An earlier part of the cell has failed.
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var outer = Submission.Current;
        var submission = outer is { IsInCode: false } ? outer : Within(outer, command.Code);
        submission.Ended = ended.Task;
        Submission.Current = submission;
        try
        {
            await SubmitAsync(submission, command, context, isNested: outer != submission);
        }
        finally
        {
            ended.SetResult();
        }
    }

    /// <inheritdoc/>
    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        context.Publish(new ValueInfosProduced(
            [.. Cells.Variables.Select(
                variable => new KernelValueInfo(variable.Name, Format(variable.Value, command.MimeType), variable.Type))], command));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        if (Cells.Variables.FirstOrDefault(variable => variable.Name == command.Name) is { } found)
            context.Publish(new ValueProduced(found.Value, found.Name, Format(found.Value, command.MimeType), command));
        else
            context.Fail(command, message: $"Value '{command.Name}' not found in kernel {Name}");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) =>
        SetValueAsync(command, context, async (name, value, declaredType) =>
        {
            var type = (declaredType ?? value?.GetType() ?? typeof(object)).ToDisplayString(PlainTextFormatter.MimeType);
            var source = sources.AddCell("#!set", 0, $"{type} {name} = default;");
            var outcome = await Cells.RunAsync(source, _ => { }, context.CancellationToken);
            if (outcome.Error is { } error)
                throw new InvalidOperationException(error.Message);
            Cells.Set(name, value);
        });

    private static FormattedValue Format(object? value, string mimeType) => new(mimeType, value.ToDisplayString(mimeType));

    private static Submission Within(Submission? outer, string code) => outer is null
        ? new Submission(new CellRequest(code, "submitted code", 0), CellOutput.None, CancellationToken.None)
        : outer.Submit(new CellRequest(code, outer.Cell.NotebookName, outer.Cell.CellNumber));

    private async Task SubmitAsync(Submission submission, SubmitCode command, KernelInvocationContext context, bool isNested)
    {
        context.Publish(new CodeSubmissionReceived(command));
        var source = sources.AddCell(submission.Cell.NotebookName, submission.Cell.CellNumber, submission.Place(command.Code));
        var outcome = await RunAsync(source, submission, command, context, isNested);
        if (outcome.Diagnostics.Count > 0)
            Publish(outcome.Diagnostics, command, context);
        if (outcome.Error is not { } error)
            return;
        submission.Error = error;
        context.Fail(command, outcome.Exception
            ?? new CodeSubmissionCompilationErrorException(new InvalidOperationException(error.Message)), error.Message);
    }

    private async Task<CellOutcome> RunAsync(
        CellSource source, Submission submission, SubmitCode command, KernelInvocationContext context, bool isNested)
    {
        if (isNested)
            return await RunAndShowAsync(source, submission, command, context);
        try
        {
            ConsoleCapture.Claim();
            var interruption = new CellInterruption(thread, submission.CancellationToken);
            return await interruption.RunAsync(() => RunAndShowAsync(source, submission, command, context));
        }
        catch (TimeoutException exception)
        {
            thread.Dispose();
            thread = new CellThread();
            return new CellOutcome { Error = CellInterruption.NotStopped, Exception = exception };
        }
        catch (OperationCanceledException exception) when (submission.CancellationToken.IsCancellationRequested)
        {
            return new CellOutcome { Error = CellInterruption.Stopped, Exception = exception };
        }
    }

    private async Task<CellOutcome> RunAndShowAsync(
        CellSource source, Submission submission, SubmitCode command, KernelInvocationContext context)
    {
        submission.IsInCode = true;
        try
        {
            var outcome = await Cells.RunAsync(
                source, warnings => Warn(warnings, submission, command, context), submission.CancellationToken);
            foreach (var remark in Cells.TakeRemarks())
                submission.Output.Write("stderr", remark + "\n");
            if (outcome.HasValue)
                context.Publish(new ReturnValueProduced(outcome.Value, command, ReturnValue.Format(outcome.Value)));
            return outcome;
        }
        finally
        {
            submission.IsInCode = false;
        }
    }

    private void Warn(IReadOnlyList<CellDiagnostic> warnings, Submission submission, SubmitCode command, KernelInvocationContext context)
    {
        submission.Output.Write("stderr", string.Concat(warnings.Select(warning => Cells.Describe(warning) + "\n")));
        Publish(warnings, command, context);
    }

    private void Publish(IReadOnlyList<CellDiagnostic> diagnostics, SubmitCode command, KernelInvocationContext context) => context.Publish(
        new DiagnosticsProduced(
            [.. diagnostics.Select(ToDiagnostic)],
            [.. diagnostics.Select(found => new FormattedValue(PlainTextFormatter.MimeType, Cells.Describe(found)))],
            command));

    private static Microsoft.DotNet.Interactive.Diagnostic ToDiagnostic(CellDiagnostic found)
    {
        var place = new LinePosition(Math.Max(0, found.Line - 1), Math.Max(0, found.Column - 1));
        return new(new LinePositionSpan(place, place), found.IsError
            ? DiagnosticSeverity.Error
            : DiagnosticSeverity.Warning, found.Id, found.Message);
    }
}
