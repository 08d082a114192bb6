namespace NeuralNets.Checks;

/// <summary>A number or a statement in a notebook is not what the notebook says.</summary>
public sealed class CheckFailedException : Exception
{
    /// <summary>Creates the exception without saying what differs.</summary>
    public CheckFailedException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was found and what was expected.</param>
    public CheckFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="innerException">Why.</param>
    public CheckFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
