namespace Notebooks.Sessions.Messages;

/// <summary>The names of errors that are no exception of the cell's code.</summary>
public static class CellErrorNames
{
    /// <summary>The cell does not compile.</summary>
    public const string Compilation = "CompilationError";

    /// <summary>The cell has a magic command that the session does not know, or one that is used wrongly.</summary>
    public const string MagicCommand = "MagicCommandError";

    /// <summary>A command of .NET Interactive failed, as <c>KernelInvocationContext.Fail</c> lets a cell's own.</summary>
    public const string Failed = "Error";

    /// <summary>A package that the cell asks for could not be had.</summary>
    public const string Package = "PackageError";

    /// <summary>The cell was stopped; the variables are kept.</summary>
    public const string Interrupted = "Interrupted";

    /// <summary>The cell was told to stop and did not: it still runs, and only ending the process stops it.</summary>
    public const string StillRunning = "StillRunning";
}
