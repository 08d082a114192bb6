namespace Notebooks.Documents;

/// <summary>
/// A notebook that cannot be read or written; the message is one line and starts with the file and, where known, the
/// position.
/// </summary>
public sealed class DocumentException : Exception
{
    /// <summary>An error without a message.</summary>
    public DocumentException()
    {
    }

    /// <summary>An error that a person reads as one line.</summary>
    public DocumentException(string message)
        : base(message)
    {
    }

    /// <summary>An error that a person reads as one line, and what caused it.</summary>
    public DocumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
