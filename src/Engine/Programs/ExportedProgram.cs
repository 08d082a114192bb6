namespace Notebooks.Programs;

/// <summary>A notebook as a plain C# program, or why it cannot be one.</summary>
/// <param name="Text">The program; empty where there are mistakes.</param>
/// <param name="Remarks">What the program leaves out, one line each, with the cell's number.</param>
/// <param name="Mistakes">What no plain program can do, one line each, with the cell's number.</param>
public sealed record ExportedProgram(string Text, IReadOnlyList<string> Remarks, IReadOnlyList<string> Mistakes);
