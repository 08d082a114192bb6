namespace Microsoft.DotNet.Interactive;

/// <summary>A value that a cell has shown, and that can be redrawn in place.</summary>
public class DisplayedValue
{
    private readonly KernelInvocationContext context;

    /// <summary>Remembers what was shown where.</summary>
    /// <param name="formattedValues">The value as it was shown.</param>
    /// <param name="context">The cell that showed it.</param>
    public DisplayedValue(IReadOnlyList<FormattedValue> formattedValues, KernelInvocationContext context)
    {
        ArgumentNullException.ThrowIfNull(formattedValues);
        ArgumentNullException.ThrowIfNull(context);
        FormattedValues = formattedValues;
        this.context = context;
    }

    /// <summary>The identifier by which a front end finds the output again.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString();

    /// <summary>What is shown now.</summary>
    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; }

    /// <summary>Redraws the output in place, in the MIME types in which it was shown first.</summary>
    /// <param name="updatedValue">The value to show instead.</param>
    public void Update(object? updatedValue)
    {
        var values = FormattedValue.CreateManyFromObject(updatedValue, [.. FormattedValues.Select(value => value.MimeType)]);
        FormattedValues = values;
        (KernelInvocationContext.Current ?? context).PublishUpdate(values, DisplayId);
    }
}
