using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Running;

/// <summary>
/// A worker's compiler: it asks the engine. A compiler takes long to get going, so one serves all notebooks of a run, and
/// the workers do without.
/// </summary>
/// <param name="ask">Sends a message to the engine.</param>
internal sealed class EngineCompiler(Action<JsonObject> ask) : ICellCompiler
{
    private readonly BlockingCollection<CompiledCell> answers = [];

    /// <inheritdoc/>
    public CompiledCell Compile(CellToCompile cell, CancellationToken cancellationToken)
    {
        ask(WorkerMessage.From(cell));
        return answers.Take(cancellationToken);
    }

    /// <summary>Hands over what the engine has compiled.</summary>
    /// <param name="cell">The answer to the latest question.</param>
    public void Answer(CompiledCell cell) => answers.Add(cell, CancellationToken.None);
}
