using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Sessions.Compiling;

/// <summary>Scope of the next cell: the place from which completion and documentation start.</summary>
/// <param name="Cells">The sources of the cells that count, first to last.</param>
/// <param name="Last">The last of them, compiled; null before the first. The next cell's compilation builds on it.</param>
/// <param name="References">The assemblies that every cell may use, packages included; <c>#r</c> lines stand in the cells.</param>
/// <param name="CompilationOptions">How cells are compiled: opened namespaces, and how <c>#r</c> and <c>#load</c> find files.</param>
public sealed record SessionScope(
    IReadOnlyList<string> Cells,
    CSharpCompilation? Last,
    IReadOnlyList<MetadataReference> References,
    CSharpCompilationOptions CompilationOptions);
