namespace Notebooks.Book.Mathematics;

/// <summary>A formula that the book cannot set: an unknown command, an unbalanced brace.</summary>
public sealed class TeXException : Exception
{
    /// <summary>A formula that cannot be set, for no stated reason.</summary>
    public TeXException()
        : this("The formula cannot be set.")
    {
    }

    /// <summary>A formula that cannot be set.</summary>
    /// <param name="message">What was found, what was expected, and where in the formula.</param>
    public TeXException(string message)
        : base(message)
    {
    }

    /// <summary>A formula that cannot be set because of another error.</summary>
    /// <param name="message">What was found, what was expected, and where in the formula.</param>
    /// <param name="innerException">The error behind it.</param>
    public TeXException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
