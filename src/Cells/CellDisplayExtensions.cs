using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebooks.Cells;

/// <summary>
/// Shows values in a cell's output: <c>value.Display("text/html")</c>. .NET Interactive's own method of this name shows
/// them too, but since June 2025 the handle that it returns carries another identifier than the output, so that its
/// <c>Update</c> reaches nothing. A cell's call prefers this one, as C# prefers a span to an array.
/// </summary>
public static class CellDisplayExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Its representations; by default those that its type prefers.</param>
    /// <returns>A handle that redraws this output in place.</returns>
    public static DisplayedValue Display(this object? value, params ReadOnlySpan<string> mimeTypes)
    {
        CellStop.ThrowIfStopped();
        string[] types = [.. mimeTypes];
        return KernelInvocationContext.Current is { } cell ? cell.Display(value, types) : DisplayExtensions.Display(value, types);
    }
}
