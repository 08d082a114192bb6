using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value in one representation.</summary>
public class FormattedValue
{
    /// <summary>Creates it from content that is formatted already.</summary>
    /// <param name="mimeType">The MIME type, such as <c>text/html</c>.</param>
    /// <param name="value">The content.</param>
    /// <exception cref="ArgumentException">The MIME type is blank.</exception>
    public FormattedValue(string mimeType, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        MimeType = mimeType;
        Value = value;
    }

    /// <summary>The MIME type.</summary>
    public string MimeType { get; }

    /// <summary>The content.</summary>
    public string Value { get; }

    /// <summary>Formats a value in one MIME type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeType">The MIME type; by default the first that the value's type prefers.</param>
    public static FormattedValue CreateSingleFromObject(object? value, string? mimeType = null) =>
        Create(value, mimeType ?? PreferredMimeTypes(value).First());

    /// <summary>Formats a value in several MIME types.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types; by default all that the value's type prefers.</param>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object? value, params string[]? mimeTypes) =>
        [.. (mimeTypes is { Length: > 0 } ? mimeTypes : PreferredMimeTypes(value)).Select(type => Create(value, type))];

    /// <inheritdoc/>
    public override string ToString() => $"{MimeType}: {Value}";

    private static FormattedValue Create(object? value, string mimeType) => new(mimeType, value.ToDisplayString(mimeType));

    private static IEnumerable<string> PreferredMimeTypes(object? value)
    {
        var preferred = Formatter.GetPreferredMimeTypesFor(value?.GetType());
        return KernelInvocationContext.Current?.AlwaysPlainText == true ? preferred.Union([PlainTextFormatter.MimeType]) : preferred;
    }
}
