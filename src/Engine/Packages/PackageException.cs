namespace Notebooks.Packages;

/// <summary>A NuGet package cannot be had; the message says which, why, and what to do.</summary>
public sealed class PackageException : Exception
{
    /// <summary>Creates it without a message of its own.</summary>
    public PackageException()
    {
    }

    /// <summary>Creates it with what a person needs to know.</summary>
    /// <param name="message">Which package, why, what to do.</param>
    public PackageException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with what a person needs to know, and its cause.</summary>
    /// <param name="message">Which package, why, what to do.</param>
    /// <param name="innerException">The cause.</param>
    public PackageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
