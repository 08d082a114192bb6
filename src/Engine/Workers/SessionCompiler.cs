using Notebooks.Documents;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Executing;
using Notebooks.Sessions.Messages;
using Notebooks.Workers.Messages;

namespace Notebooks.Workers;

/// <summary>Compiles the cells of one session, on a thread with a large stack: deeply nested code takes much.</summary>
/// <param name="folder">The folder from which relative paths start.</param>
internal sealed class SessionCompiler(string folder) : IDisposable
{
    private readonly Lazy<CellCompiler> compiler = new(() => new CellCompiler(folder)); // It reads the framework's metadata, which
    private readonly CellThread thread = new();                                         // need not hold up whoever starts a session.
    private readonly CellSources sources = new(folder);
    private volatile IReadOnlyList<string> packages = [];

    /// <summary>Scope of the next cell.</summary>
    public SessionScope Scope => compiler.Value.Scope;

    /// <summary>Compiles a cell without magic commands as the worker will want it; null when that is not known.</summary>
    public Task<CompiledAhead?> CompileAheadAsync(CellRequest cell, CancellationToken cancellationToken)
    {
        if (MagicLines.AreIn(cell.Code))
            return Task.FromResult<CompiledAhead?>(null);
        var path = sources.AddCell(cell.NotebookName, cell.CellNumber, cell.Code).Path;
        var compiled = new TaskCompletionSource<CompiledAhead?>(TaskCreationOptions.RunContinuationsAsynchronously);
        thread.Post(() =>
        {
            var source = new CellToCompile(path, cell.Code.ReplaceLineEndings("\n"), packages, compiler.Value.Count);
            compiled.SetResult(Compile(source, cancellationToken) is { } code ? new CompiledAhead(source, code) : null);
        });
        return compiled.Task;
    }

    /// <summary>Compiles what the worker asks for.</summary>
    /// <param name="asked">What it asks for.</param>
    /// <param name="answer">Receives what that is compiled to, unless it is interrupted.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public void Compile(CellToCompile asked, Action<CompiledCell> answer, CancellationToken cancellationToken)
    {
        packages = asked.Packages;
        thread.Post(() =>
        {
            if (Compile(asked, cancellationToken) is { } code)
                answer(code);
        });
    }

    /// <inheritdoc/>
    public void Dispose() => thread.Dispose();

    /// <summary>Compiles; null when that was interrupted.</summary>
    private CompiledCell? Compile(CellToCompile cell, CancellationToken cancellationToken)
    {
        try
        {
            return compiler.Value.Compile(cell, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
