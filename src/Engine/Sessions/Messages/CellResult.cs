namespace Notebooks.Sessions.Messages;

/// <summary>How a cell ended.</summary>
/// <param name="Error">Why it failed, or null when it did not.</param>
public sealed record CellResult(CellError? Error)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
