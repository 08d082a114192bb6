namespace Notebooks.Sessions.Errors;

/// <summary>
/// Reads texts that a cell's own types compute. Whatever they do instead (throw, recurse, never return, fill the memory), there
/// is a text, soon, and of a length that can be shown.
/// </summary>
internal static class Guarded
{
    private const int StackSize = 16 << 20;
    private const int LongestText = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>An exception's message, or in parentheses why it cannot be had.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="stop">Stops the code of cells, called if the message does not come.</param>
    public static string Message(Exception exception, Action? stop = null) =>
        Text($"{exception.GetType().Name}.Message", () => exception.Message, stop);

    /// <summary>A text, or in parentheses why it cannot be had.</summary>
    /// <param name="name">What it is called in that case.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="stop">Stops the code of cells, called if the text does not come.</param>
    public static string Text(string name, Func<string?> read, Action? stop = null)
    {
        var reading = new Task<string?>(read);
        var reader = new Thread(() => reading.RunSynchronously(TaskScheduler.Default), StackSize)
        {
            IsBackground = true,
            Name = "text of an error",
        };
        reader.Start();
        if (!reader.Join(Patience))
        {
            stop?.Invoke();
            reader.Interrupt();
            return $"({name} does not return)";
        }

        if (!reading.IsCompletedSuccessfully)
            return $"({name} throws {reading.Exception?.InnerException?.GetType().Name ?? "OperationCanceledException"})";
        var text = reading.GetAwaiter().GetResult() ?? "";
        return text.Length > LongestText ? $"{text.AsSpan(0, LongestText)}… ({text.Length:N0} characters)" : text;
    }
}
