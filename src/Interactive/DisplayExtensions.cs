using Microsoft.DotNet.Interactive;

namespace System;

/// <summary>Shows values in the output of the running cell: <c>value.Display("text/html")</c>.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Its representations; by default those that its type prefers.</param>
    /// <returns>A handle that can redraw the output in place.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value, params string[]? mimeTypes) =>
        Kernel.RunningCell.Display(value, mimeTypes);

    /// <summary>Shows text that is content of the given MIME type already.</summary>
    /// <param name="value">The content.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        Kernel.RunningCell.DisplayAs(value, mimeType);
}
