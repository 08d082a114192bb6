namespace NeuralNets.Display;

/// <summary>Writes a value in one MIME type, in the form that .NET Interactive expects of a formatter found by convention.</summary>
internal sealed class ValueFormatter(string mimeType, Func<object, string?> write)
{
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a value, unless it is not of the type that is meant.</summary>
    /// <returns>True if something was written.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (write(instance) is not { } text)
            return false;
        writer.Write(text);
        return true;
    }
}
