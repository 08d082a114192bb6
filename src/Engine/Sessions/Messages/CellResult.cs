namespace Notebooks.Sessions.Messages;

/// <summary>Result of executing a cell.</summary>
/// <param name="Error">Why it failed, or null when it did not.</param>
public sealed record CellResult(CellError? Error)
{
    /// <summary>True if the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
