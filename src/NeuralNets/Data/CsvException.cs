namespace NeuralNets.Data;

/// <summary>A CSV file that cannot be used. The message is one line: file, row, column, found, expected.</summary>
public sealed class CsvException : IOException
{
    /// <summary>An error without a message.</summary>
    public CsvException()
    {
    }

    /// <summary>An error that says what is wrong.</summary>
    /// <param name="message">File, row, column, found and expected, in one line.</param>
    public CsvException(string message)
        : base(message)
    {
    }

    /// <summary>An error that says what is wrong, and what the system said.</summary>
    /// <param name="message">File, row, column, found and expected, in one line.</param>
    /// <param name="innerException">What the system said.</param>
    public CsvException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
