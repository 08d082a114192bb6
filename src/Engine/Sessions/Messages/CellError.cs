namespace Notebooks.Sessions.Messages;

/// <summary>Error of a cell, as nbformat's <c>error</c> output has it.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>, <c>UnknownMagicCommand</c> …</param>
/// <param name="Message">What went wrong, in one or a few lines.</param>
/// <param name="Traceback">Lines a person can read: where in the cell, the line itself, then the calls.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>An error that one sentence explains.</summary>
    /// <param name="name">Its name, one of <see cref="CellErrorNames"/>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public static CellError Of(string name, string message) => new(name, message, [message]);
}
