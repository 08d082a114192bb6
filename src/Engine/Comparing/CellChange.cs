namespace Notebooks.Comparing;

/// <summary>A difference between two notebooks.</summary>
/// <param name="Kind">
/// What happened: <c>added</c>, <c>removed</c>, <c>moved</c>, <c>source</c>, <c>type</c>, <c>outputs</c> or <c>metadata</c>.
/// </param>
/// <param name="First">The cell's place in the first notebook, from 1; null where it is not there, and for the notebook itself.</param>
/// <param name="Second">The cell's place in the second notebook, from 1; null where it is not there, and for the notebook itself.</param>
/// <param name="Id">The cell's id, or null.</param>
/// <param name="Lines">The lines, each with <c>-</c>, <c>+</c> or a blank before it.</param>
public sealed record CellChange(string Kind, int? First, int? Second, string? Id, IReadOnlyList<string> Lines);
