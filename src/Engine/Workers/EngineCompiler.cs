using System.Collections.Concurrent;
using Notebooks.Sessions.Compiling;
using Notebooks.Workers.Messages;

namespace Notebooks.Workers;

/// <summary>
/// A worker's compiler, which is in the engine: it has sent the code along with the cell, or is asked. A compiler takes long
/// to get going, so one process compiles for all notebooks of a run, and the workers do without.
/// </summary>
/// <param name="ask">Sends a question to the engine.</param>
internal sealed class EngineCompiler(Action<WorkerReply.Compile> ask) : ICellCompiler
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CompiledCell>> asked = [];
    private CompiledAhead? ahead;

    /// <summary>Takes what the engine has sent along with the cell that is executed next.</summary>
    public void Expect(CompiledAhead? compiled) => ahead = compiled;

    /// <inheritdoc/>
    public CompiledCell Compile(CellToCompile cell, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref ahead, null) is { } sent && sent.Source.IsSameAs(cell))
            return sent.Cell;
        var answer = asked[cell.Path] = new TaskCompletionSource<CompiledCell>();
        ask(new(cell));
        answer.Task.Wait(cancellationToken);
        return answer.Task.Result;
    }

    /// <summary>Hands over what the engine has compiled.</summary>
    public void Answer(WorkerRequest.Compiled compiled)
    {
        if (asked.TryRemove(compiled.Path, out var answer))
            answer.SetResult(compiled.Cell);
    }
}
