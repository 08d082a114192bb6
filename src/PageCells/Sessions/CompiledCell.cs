using Notebooks.Sessions.Compiling;

namespace NeuralNets.PageCells.Sessions;

/// <summary>What the compiler made of a cell.</summary>
/// <param name="Code">Its code; null where it has errors, or nothing that runs.</param>
/// <param name="Errors">Its errors.</param>
internal sealed record CompiledCell(CellCode? Code, IReadOnlyList<CellDiagnostic> Errors);
