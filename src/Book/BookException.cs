namespace Notebooks.Book;

/// <summary>A book that cannot be made as its sources stand; the message has one line for each mistake.</summary>
public sealed class BookException : Exception
{
    /// <summary>An error without a message.</summary>
    public BookException()
    {
    }

    /// <summary>An error with one line for each mistake.</summary>
    public BookException(string message)
        : base(message)
    {
    }

    /// <summary>An error with one line for each mistake, and what caused it.</summary>
    public BookException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
