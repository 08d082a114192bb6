namespace Notebooks.CommandLine;

/// <summary>Exit statuses of the program.</summary>
internal static class ExitStatus
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>A cell failed or a number drifted.</summary>
    public const int Failed = 1;

    /// <summary>The call or a file was wrong.</summary>
    public const int Wrong = 2;

    /// <summary>The user interrupted it.</summary>
    public const int Interrupted = 130;
}
