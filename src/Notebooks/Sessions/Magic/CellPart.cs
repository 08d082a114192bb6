namespace Notebooks.Sessions.Magic;

/// <summary>A run of a cell's lines in one language, or one magic command.</summary>
/// <param name="Name">The language, such as <c>csharp</c>, or the command without its <c>#!</c>.</param>
/// <param name="Code">The lines, after as many empty ones as stand before them in the cell; or what follows the command.</param>
/// <param name="Line">The first line's number in the cell, from 1.</param>
/// <param name="IsCommand">Whether it is a magic command that is no language.</param>
internal sealed record CellPart(string Name, string Code, int Line, bool IsCommand);
