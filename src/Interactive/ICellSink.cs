namespace Microsoft.DotNet.Interactive;

/// <summary>Where a running cell's output goes and its input comes from: the session implements it.</summary>
internal interface ICellSink
{
    /// <summary>Whether every value has plain text among its representations, for clients that know nothing else.</summary>
    bool AlwaysPlainText { get; }

    /// <summary>Shows a value for the first time.</summary>
    void Display(IReadOnlyList<FormattedValue> values, string displayId);

    /// <summary>Redraws a value that was shown before.</summary>
    void Update(IReadOnlyList<FormattedValue> values, string displayId);

    /// <summary>Writes to <c>stdout</c> or <c>stderr</c>.</summary>
    void Write(string stream, string text);

    /// <summary>Forgets what the cell has shown so far.</summary>
    void Clear(bool wait);

    /// <summary>Asks the person at the front end for a line.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    string? ReadLine(string prompt, bool isPassword);
}
