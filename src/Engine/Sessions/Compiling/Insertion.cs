namespace Notebooks.Sessions.Compiling;

/// <summary>A place where the compiler was given more than a cell's own text.</summary>
/// <param name="Line">The line in the cell, from 0.</param>
/// <param name="Column">The column in the cell, from 0.</param>
/// <param name="Length">How many characters.</param>
internal sealed record Insertion(int Line, int Column, int Length);
