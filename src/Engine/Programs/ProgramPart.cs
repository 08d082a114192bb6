namespace Notebooks.Programs;

/// <summary>What a cell becomes.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Statements">What is executed in its place.</param>
/// <param name="Shared">Members of the static class.</param>
/// <param name="Types">Types at the program's end.</param>
internal sealed record ProgramPart(ProgramCell Cell, string Statements, IReadOnlyList<string> Shared, IReadOnlyList<string> Types);
