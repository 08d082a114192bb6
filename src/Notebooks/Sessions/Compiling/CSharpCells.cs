using System.Reflection;
using Microsoft.DotNet.Interactive;
using Notebooks.Sessions.Errors;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Compiling;

/// <summary>Runs C# cells, one after the other, and keeps what they declare.</summary>
internal sealed class CSharpCells
{
    private readonly ICellCompiler compiler;
    private readonly SessionLoadContext loadContext = new();
    private readonly CellStops stops = new();
    private readonly CompilationErrors compilationErrors;
    private readonly RuntimeErrors runtimeErrors;

    // Roslyn's protocol: the first place is for a host object, which we have none of; each cell puts itself in the next.
    private object?[] states = new object?[1];
    private IReadOnlyList<string> packages = [];

    /// <summary>Starts without any variables.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="compiler">Compiles the cells.</param>
    /// <param name="sources">Remembers what is compiled, for messages.</param>
    public CSharpCells(string folder, ICellCompiler compiler, CellSources sources)
    {
        this.compiler = compiler;
        compilationErrors = new CompilationErrors(sources, folder);
        runtimeErrors = new RuntimeErrors(sources);
    }

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
    /// <param name="restored">Where they lie.</param>
    public void Add(RestoredPackages restored)
    {
        packages = [.. packages.Union(restored.Assemblies)];
        foreach (var folder in restored.NativeFolders)
            loadContext.AddFolder(folder);
    }

    /// <summary>Compiles a cell and runs it.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="code">Its C#: the cell's text, or what is left of it, at the same place.</param>
    /// <param name="context">Receives what it shows.</param>
    public async Task<CellResult> RunAsync(CellSource source, string code, KernelInvocationContext context)
    {
        stops.CancelBy(context.CancellationToken);
        var cell = compiler.Compile(new CellToCompile(source.Path, code, packages), context.CancellationToken);
        source.Insertions = cell.Insertions;
        foreach (var path in cell.References)
            loadContext.AddReference(path);
        if (!cell.Succeeded)
            return new CellResult(null, compilationErrors.Describe(cell.Diagnostics));
        var run = cell.Code is null ? null : Load(cell.Code, context.CancellationToken);
        loadContext.PrepareReferences();
        context.DisplayStandardError(compilationErrors.DescribeWarnings(cell.Diagnostics));
        if (run is null)
            return new CellResult(null, null);
        try
        {
            var value = await run(states);
            return new CellResult(cell.Code!.HasValue ? Format(value) : null, null);
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested)
        {
            return new CellResult(null, runtimeErrors.Describe(exception));
        }
    }

    private Func<object?[], Task<object?>> Load(CellCode code, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream(code.Image);
        using var symbols = new MemoryStream(code.Symbols);
        var assembly = loadContext.LoadCell(image, symbols);
        stops.Add(assembly, cancellationToken);
        Array.Resize(ref states, states.Length + 1);
        return assembly.GetType(code.TypeName)!
            .GetMethod(code.MethodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
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
