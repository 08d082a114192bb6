using System.Globalization;
using Microsoft.DotNet.Interactive;

namespace Notebooks.Sessions;

/// <summary>C# cells with .NET Interactive's conventions, executed in this process.</summary>
public sealed class CSharpSession : ISession
{
    private readonly SessionLoadContext loadContext = new();
    private readonly CellCompiler compiler;
    private readonly CellSources sources;
    private readonly CompilationErrors compilationErrors;
    private readonly RuntimeErrors runtimeErrors;
    private readonly SemaphoreSlim oneCell = new(1);
    private object?[] states = new object?[2];

    /// <summary>Starts a session.</summary>
    /// <param name="workingDirectory">The notebook's folder, from which relative paths start.</param>
    public CSharpSession(string workingDirectory)
    {
        var folder = Path.GetFullPath(workingDirectory);
        compiler = new CellCompiler(folder, loadContext);
        sources = new CellSources(folder);
        compilationErrors = new CompilationErrors(sources);
        runtimeErrors = new RuntimeErrors(sources);
        ConsoleCapture.Begin();
    }

    /// <summary>Answers a cell's <c>Console.ReadLine()</c>; without it, reading is an error that says so.</summary>
    public Func<InputRequest, string?>? Input { get; set; }

    /// <inheritdoc/>
    public async Task<CellResult> ExecuteAsync(CellRequest request, Action<SessionEvent> emit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await oneCell.WaitAsync(cancellationToken);
        try
        {
            using var output = new CellOutput(emit, Input);
            using var interruption = new Interruption(cancellationToken);
            return await interruption.RunAsync(() => ExecuteAsync(request, output, cancellationToken));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ThreadAbortException && cancellationToken.IsCancellationRequested)
        {
            return Failed(CellErrorNames.Interrupted, "The cell was stopped. Its variables are kept as they were at that moment.");
        }
        catch (TimeoutException)
        {
            return Failed(CellErrorNames.StillRunning, "The cell was told to stop but goes on, inside native code perhaps. Only a restart stops it; the variables are lost then.");
        }
        finally
        {
            oneCell.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ConsoleCapture.End();
        oneCell.Dispose();
    }

    private static CellResult Failed(string name, string message) => new(null, new CellError(name, message, [message]));

    private async Task<CellResult> ExecuteAsync(CellRequest request, CellOutput output, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using var context = KernelInvocationContext.Establish(output, cancellationToken);
        var result = new CellResult(null, null);
        foreach (var part in MagicCommands.Split(request.Code, MagicCommands.CSharp))
        {
            result = part.IsCommand
                ? Failed(CellErrorNames.MagicCommand, $"#!{part.Name} is not known here. Known are: {string.Join(", ", MagicCommands.Known)}.")
                : part.Name == MagicCommands.CSharp
                    ? await ExecuteAsync(sources.AddCell(request.NotebookName, request.CellNumber, part.Code), context)
                    : result;
            if (!result.Succeeded)
                break;
        }

        return result;
    }

    private async Task<CellResult> ExecuteAsync(CellSource source, KernelInvocationContext context)
    {
        var submission = compiler.Compile(source, out var diagnostics);
        if (submission is null)
            return new CellResult(null, compilationErrors.Describe(diagnostics));
        context.DisplayStandardError(compilationErrors.DescribeWarnings(diagnostics));
        compiler.Accept(submission);
        if (submission.Run is null)
            return new CellResult(null, null);
        try
        {
            Array.Resize(ref states, states.Length + 1);
            var value = await submission.Run(states);
            return new CellResult(submission.HasValue ? CellOutput.Bundle(FormattedValue.CreateManyFromObject(value)) : null, null);
        }
        catch (Exception exception) when (exception is not ThreadAbortException && !context.CancellationToken.IsCancellationRequested)
        {
            return new CellResult(null, runtimeErrors.Describe(exception));
        }
    }
}
