namespace Notebooks.Sessions;

/// <summary>How a cell ended.</summary>
/// <param name="Value">The formatted value of its last expression, or null when it has none.</param>
/// <param name="Error">Why it failed, or null when it did not.</param>
public sealed record CellResult(MimeBundle? Value, CellError? Error)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
