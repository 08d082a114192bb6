namespace Notebooks.Sessions.Compiling;

/// <summary>Compiles the cells of one session, one after the other: here, or in another process.</summary>
internal interface ICellCompiler
{
    /// <summary>
    /// Compiles a cell. If it compiles, the following cells know what it declares; what was compiled at its position or a
    /// later one is forgotten.
    /// </summary>
    CompiledCell Compile(CellToCompile cell, CancellationToken cancellationToken);
}
