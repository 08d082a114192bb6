using Notebooks.Sessions.Compiling;

namespace Notebooks.Workers.Messages;

/// <summary>A cell that was compiled before the worker asked: good if what it asks for turns out to be the same.</summary>
/// <param name="Source">What was compiled.</param>
/// <param name="Cell">What it is compiled to.</param>
internal sealed record CompiledAhead(CellToCompile Source, CompiledCell Cell);
