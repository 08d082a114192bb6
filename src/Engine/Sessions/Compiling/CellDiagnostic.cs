namespace Notebooks.Sessions.Compiling;

/// <summary>An error or a warning of the compiler.</summary>
/// <param name="Id">Its number, such as <c>CS0103</c>.</param>
/// <param name="IsError">Whether it is an error.</param>
/// <param name="Message">What it says.</param>
/// <param name="Path">What was compiled where it is: a cell or a file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record CellDiagnostic(string Id, bool IsError, string Message, string Path, int Line, int Column);
