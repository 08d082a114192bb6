using NeuralNets.PageCells.Showing;

namespace Notebooks.Cells;

/// <summary>Shows values in a cell's output: <c>value.Display("text/html")</c>.</summary>
public static class CellDisplayExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Its representations; by default those that its type prefers.</param>
    /// <returns>A handle that redraws this output in place.</returns>
    public static Shown Display(this object? value, params ReadOnlySpan<string> mimeTypes) => Output.Display(value, [.. mimeTypes]);
}
