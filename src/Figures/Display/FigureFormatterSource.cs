using NeuralNets.Charts;

namespace NeuralNets.Display;

/// <summary>How a <see cref="Figure"/> shows itself: as a fragment of a page, and as one sentence.</summary>
public sealed class FigureFormatterSource
{
    private readonly ValueFormatter[] formatters =
    [
        new("text/html", value => (value as Figure)?.ToHtml()),
        new("text/plain", value => (value as Figure)?.ToString()),
    ];

    /// <summary>The formatters, found by convention.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
