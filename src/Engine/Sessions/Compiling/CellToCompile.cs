namespace Notebooks.Sessions.Compiling;

/// <summary>Input of the compiler for one cell.</summary>
/// <param name="Path">The name by which compiler and debug information know it.</param>
/// <param name="Code">Its code, without magic commands.</param>
/// <param name="Packages">Full paths of the assemblies of all packages that the session has asked for so far.</param>
/// <param name="Position">How many the session has compiled before.</param>
internal sealed record CellToCompile(string Path, string Code, IReadOnlyList<string> Packages, int Position)
{
    /// <summary>True if another one compiles to the same.</summary>
    public bool IsSameAs(CellToCompile other) => this with { Packages = other.Packages } == other && Packages.SequenceEqual(other.Packages);
}
