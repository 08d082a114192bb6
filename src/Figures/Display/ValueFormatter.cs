namespace NeuralNets.Display;

/// <summary>Writes a value in one MIME type, in the form that .NET Interactive expects of a formatter found by convention.</summary>
public sealed class ValueFormatter
{
    private readonly Func<object, string?> write;

    internal ValueFormatter(string mimeType, Func<object, string?> write)
    {
        MimeType = mimeType;
        this.write = write;
    }

    /// <summary>The MIME type it writes.</summary>
    public string MimeType { get; }

    /// <summary>Writes a value, unless it is not of the type that is meant.</summary>
    /// <returns>Whether something was written.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (write(instance) is not { } text)
            return false;
        writer.Write(text);
        return true;
    }
}
