namespace Microsoft.DotNet.Interactive;

/// <summary>Ways to show something in the output of a running cell.</summary>
public static class KernelInvocationContextExtensions
{
    /// <summary>Shows a value.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Its representations; by default those that its type prefers.</param>
    /// <returns>A handle that can redraw the output in place.</returns>
    public static DisplayedValue Display(this KernelInvocationContext context, object? value, params string[]? mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Show(FormattedValue.CreateManyFromObject(value, mimeTypes));
    }

    /// <summary>Shows a value; like <see cref="Display"/>, for code that awaits it.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Its representations; by default those that its type prefers.</param>
    public static Task<DisplayedValue> DisplayAsync(
        this KernelInvocationContext context, object? value, params string[]? mimeTypes) =>
        Task.FromResult(context.Display(value, mimeTypes));

    /// <summary>Shows text that is content of the given MIME type already.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="value">The content.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <exception cref="ArgumentException">The MIME type is blank.</exception>
    public static DisplayedValue DisplayAs(this KernelInvocationContext context, string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Show([new FormattedValue(mimeType, value)]);
    }

    /// <summary>Writes to standard output of the cell.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="output">The text.</param>
    public static void DisplayStandardOut(this KernelInvocationContext context, string output)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.PublishText("stdout", output);
    }

    /// <summary>Writes to standard error of the cell.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="error">The text.</param>
    public static void DisplayStandardError(this KernelInvocationContext context, string error)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.PublishText("stderr", error);
    }

    /// <summary>Forgets what the cell has shown so far.</summary>
    /// <param name="context">The running cell.</param>
    /// <param name="wait">Whether to wait for the next output, so that nothing flickers.</param>
    public static void ClearOutput(this KernelInvocationContext context, bool wait = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.PublishClear(wait);
    }

    private static DisplayedValue Show(this KernelInvocationContext context, IReadOnlyList<FormattedValue> values)
    {
        var displayed = new DisplayedValue(values, context);
        context.PublishDisplay(values, displayed.DisplayId);
        return displayed;
    }
}
