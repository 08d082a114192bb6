namespace Notebooks.Sessions.Compiling;

/// <summary>Result of compiling a cell.</summary>
/// <param name="Code">What to run; null when there are errors, or nothing to run.</param>
/// <param name="References">Full paths of the libraries that <c>#r</c> named for the first time.</param>
/// <param name="Diagnostics">Errors and warnings, in the order of the text.</param>
/// <param name="Insertions">What was compiled beyond the cell's own text.</param>
internal sealed record CompiledCell(
    CellCode? Code, IReadOnlyList<string> References, IReadOnlyList<CellDiagnostic> Diagnostics, IReadOnlyList<Insertion> Insertions)
{
    /// <summary>True if the cell counts: without errors, though there may be nothing to run.</summary>
    public bool Succeeded => !Diagnostics.Any(diagnostic => diagnostic.IsError);
}
