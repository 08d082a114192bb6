using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;
using Notebooks.Sessions.Errors;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Compiling;

/// <summary>Compiles and runs C# cells, one after the other, and keeps what they declare.</summary>
internal sealed class CSharpCells
{
    private readonly CellCompiler compiler;
    private readonly CompilationErrors compilationErrors;
    private readonly RuntimeErrors runtimeErrors;

    // Roslyn's protocol: the first place is for a host object, which we have none of; each cell puts itself in the next.
    private object?[] states = new object?[1];

    /// <summary>Starts without any variables.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="sources">Remembers what is compiled, for messages.</param>
    public CSharpCells(string folder, CellSources sources)
    {
        compiler = new CellCompiler(folder);
        compilationErrors = new CompilationErrors(sources, folder);
        runtimeErrors = new RuntimeErrors(sources);
    }

    /// <summary>What the next cell can see.</summary>
    public SessionScope Scope => compiler.Scope;

    /// <summary>The variables; of several with one name the last.</summary>
    public IReadOnlyList<SessionVariable> Variables =>
    [
        .. states.OfType<object>()
            .SelectMany(state => state.GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(variable => !variable.Name.StartsWith('<'))
                .Select(variable => new SessionVariable(variable.Name, variable.FieldType, variable.GetValue(state))))
            .Reverse().DistinctBy(variable => variable.Name).Reverse(),
    ];

    /// <summary>Makes packages usable in the next cell.</summary>
    /// <param name="packages">Where they lie.</param>
    public void Add(RestoredPackages packages) => compiler.Add(packages);

    /// <summary>Compiles a cell and runs it.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="context">Receives what it shows.</param>
    public async Task<CellResult> RunAsync(CellSource source, KernelInvocationContext context)
    {
        compiler.CancelBy(context.CancellationToken);
        var submission = Compile(source, context, out var diagnostics);
        if (submission is null)
            return new CellResult(null, compilationErrors.Describe(diagnostics));
        context.DisplayStandardError(compilationErrors.DescribeWarnings(diagnostics));
        if (submission.Run is null)
            return new CellResult(null, null);
        try
        {
            var value = await submission.Run(states);
            return new CellResult(submission.HasValue ? Format(value) : null, null);
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested)
        {
            return new CellResult(null, runtimeErrors.Describe(exception));
        }
    }

    private Submission? Compile(CellSource source, KernelInvocationContext context, out ImmutableArray<Diagnostic> diagnostics)
    {
        var submission = compiler.Compile(source, context.CancellationToken, out diagnostics);
        if (submission is null)
            return null;
        compiler.Accept(submission, source);
        if (submission.Run is not null)
            Array.Resize(ref states, states.Length + 1);
        return submission;
    }

    private static MimeBundle Format(object? value)
    {
        try
        {
            return CellOutput.Bundle(FormattedValue.CreateManyFromObject(value));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new FormatException($"The cell ran, but its value, of type {value?.GetType()}, cannot be shown: {exception.Message}", exception);
        }
    }
}
