namespace Notebooks.Cells;

/// <summary>Stops a cell from within: the engine writes a check into each loop of a cell.</summary>
public static class CellStop
{
    private static readonly AsyncLocal<CancellationToken> Token = new();
    private static volatile bool anyStopped;

    /// <summary>Does nothing, unless the running cell is to stop.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static void ThrowIfStopped()
    {
        // Nearly free as long as no cell was ever stopped; only then does it matter which cell this is.
        if (anyStopped)
            Token.Value.ThrowIfCancellationRequested();
    }

    /// <summary>Lets a token stop the code that runs from here on, on any thread that it starts.</summary>
    public static void By(CancellationToken token)
    {
        Token.Value = token;
        token.UnsafeRegister(static _ => anyStopped = true, null);
    }
}
