namespace Notebooks.CommandLine;

/// <summary>A wrong call or file: every mistake, one line each; the exit status is 2.</summary>
internal sealed class CallException : Exception
{
    public CallException()
    {
    }

    public CallException(string message)
        : base(message)
    {
    }

    public CallException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>All that is wrong at once.</summary>
    public CallException(IEnumerable<string> mistakes)
        : base(string.Join('\n', mistakes))
    {
    }
}
