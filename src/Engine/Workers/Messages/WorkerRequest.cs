using System.Text.Json.Serialization;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Notebooks.Workers.Messages;

/// <summary>A message from the engine to a worker.</summary>
[JsonDerivedType(typeof(Execute), "execute")]
[JsonDerivedType(typeof(Compiled), "compiled")]
[JsonDerivedType(typeof(Interrupt), "interrupt")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(ListMagicCommands), "list magic commands")]
internal abstract record WorkerRequest
{
    /// <summary>A cell to execute.</summary>
    /// <param name="Cell">The cell.</param>
    /// <param name="Ahead">What it is compiled to, if the engine could tell ahead what there is to compile.</param>
    public sealed record Execute(CellRequest Cell, CompiledAhead? Ahead) : WorkerRequest;

    /// <summary>The answer to <see cref="WorkerReply.Compile"/>.</summary>
    /// <param name="Path">The path of what was to be compiled.</param>
    /// <param name="Cell">What it is compiled to.</param>
    public sealed record Compiled(string Path, CompiledCell Cell) : WorkerRequest;

    /// <summary>Stop the running cell.</summary>
    public sealed record Interrupt : WorkerRequest;

    /// <summary>The answer to <see cref="WorkerReply.Ask"/>.</summary>
    /// <param name="Text">What the person typed; null when nobody may be asked.</param>
    public sealed record Answer(string? Text) : WorkerRequest;

    /// <summary>The question for <see cref="WorkerReply.MagicCommands"/>.</summary>
    public sealed record ListMagicCommands : WorkerRequest;
}
