namespace NeuralNets.Display;

/// <summary>How a figure on its way shows itself.</summary>
internal sealed class LiveViewFormatterSource
{
    private readonly ValueFormatter[] formatters =
    [
        new("text/html", value => (value as LiveView)?.ToHtml()),
        new("text/plain", value => (value as LiveView)?.ToString()),
    ];

    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
