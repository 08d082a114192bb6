namespace NeuralNets.Torch;

/// <summary>
/// The process's standard error itself: what is written to <see cref="Console.Error"/> becomes, in a notebook, a part
/// of the cell's output.
/// </summary>
internal static class StandardError
{
    /// <summary>Writes a line.</summary>
    public static void Say(string message)
    {
        using var error = new StreamWriter(Console.OpenStandardError());
        error.WriteLine(message);
    }
}
