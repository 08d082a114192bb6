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

    /// <summary>A signal ended it; its number is added: 130 after Ctrl+C, 143 after SIGTERM, 129 after a hang-up.</summary>
    public const int Signalled = 128;
}
