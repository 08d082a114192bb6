using NeuralNets.PageCells.Showing;

namespace Notebooks.Cells;

/// <summary>Shows values in a cell's output by a call of the bare name: <c>display(value)</c>.</summary>
public static class CellDisplay
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Its representations; by default those that its type prefers.</param>
    /// <returns>A handle that redraws this output in place.</returns>
    public static Shown display(object? value, params ReadOnlySpan<string> mimeTypes) => Output.Display(value, [.. mimeTypes]);
}
