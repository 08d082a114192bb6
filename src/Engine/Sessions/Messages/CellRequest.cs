namespace Notebooks.Sessions.Messages;

/// <summary>A cell to execute.</summary>
/// <param name="Code">Its source, magic commands included.</param>
/// <param name="NotebookName">The file name that errors show, such as <c>03-gradient-descent.ipynb</c>.</param>
/// <param name="CellNumber">The cell's number in the notebook, from 1, that errors show.</param>
public sealed record CellRequest(string Code, string NotebookName, int CellNumber);
