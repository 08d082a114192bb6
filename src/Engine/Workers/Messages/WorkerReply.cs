using System.Text.Json.Serialization;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Notebooks.Workers.Messages;

/// <summary>A message from a worker to the engine.</summary>
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Emit), "emit")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Compile), "compile")]
[JsonDerivedType(typeof(Restoring), "restoring")]
[JsonDerivedType(typeof(WroteLate), "wrote late")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(MagicCommands), "magic commands")]
internal abstract record WorkerReply
{
    /// <summary>The session has begun.</summary>
    public sealed record Ready : WorkerReply;

    /// <summary>Output of the running cell.</summary>
    public sealed record Emit(SessionEvent Event) : WorkerReply;

    /// <summary>The running cell asks for input.</summary>
    public sealed record Ask(InputRequest Request) : WorkerReply;

    /// <summary>The running cell needs code that only it knows: the part after a magic command, a file that it imports.</summary>
    public sealed record Compile(CellToCompile Cell) : WorkerReply;

    /// <summary>The running cell waits for packages.</summary>
    /// <param name="State">Which, and how far it is; null when they are there or cannot be had.</param>
    public sealed record Restoring(string? State) : WorkerReply;

    /// <summary>A cell that has ended has put something out since, which is dropped.</summary>
    public sealed record WroteLate(int CellNumber) : WorkerReply;

    /// <summary>The running cell has ended.</summary>
    public sealed record Ended(CellResult Result) : WorkerReply;

    /// <summary>The magic commands that a cell can use now.</summary>
    public sealed record MagicCommands(IReadOnlyList<string> Names) : WorkerReply;
}
