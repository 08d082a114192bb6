using System.Globalization;
using Notebooks.Sessions.Messages;

namespace Notebooks.Workers;

/// <summary>Says why a worker process ended in the middle of a cell.</summary>
public static class ProcessEnd
{
    private const int LinesShown = 20;
    private const int WindowsStackOverflow = unchecked((int)0xC00000FD);
    private const int WindowsAccessViolation = unchecked((int)0xC0000005);
    private const int Abort = 128 + 6;
    private const int Kill = 128 + 9;
    private const int Bus = 128 + 7;
    private const int Segmentation = 128 + 11;

    /// <summary>The error of the cell that was running.</summary>
    /// <param name="exitCode">The status with which the process ended; a signal counts as 128 plus its number.</param>
    /// <param name="printed">What it printed at its end.</param>
    public static CellError Describe(int exitCode, IReadOnlyList<string> printed)
    {
        var stackOverflow = exitCode == WindowsStackOverflow
            || printed.Any(line => line.StartsWith("Stack overflow", StringComparison.Ordinal));
        var unhandled = printed.FirstOrDefault(line => line.StartsWith("Unhandled exception. ", StringComparison.Ordinal));
        var (name, message) = exitCode switch
        {
            _ when unhandled is not null =>
                ("UnhandledException", $"{unhandled["Unhandled exception. ".Length..]} (on a thread that the cell started)"),
            _ when stackOverflow => ("StackOverflowException", "the cell called itself too deeply and ended its process"),
            Abort => ("ProcessAborted", "the cell ended its process (signal SIGABRT: a crash in native code, or Environment.FailFast)"),
            Segmentation or Bus or WindowsAccessViolation =>
                ("NativeCrash", "native code crashed (invalid memory access) and ended the cell's process"),
            Kill => ("ProcessKilled", "the cell's process was killed from outside (signal SIGKILL; often for want of memory)"),
            _ => ("ProcessExited", string.Create(
                CultureInfo.InvariantCulture, $"the cell ended its process with exit status {exitCode} (Environment.Exit?)")),
        };
        return new CellError(name, message, [$"{name}: {message}", .. printed.TakeWhile(IsOfTheCell).Take(LinesShown)]);
    }

    // Below the cell's own calls the runtime shows those of the session and of the runtime itself.
    private static bool IsOfTheCell(string line) =>
        !line.Contains("at Notebooks.Sessions.", StringComparison.Ordinal)
        && !line.Contains("System.Runtime.CompilerServices.Async", StringComparison.Ordinal);
}
