namespace NeuralNets.Display;

/// <summary>The formatters of a page's fragment, found by convention: as HTML, and as one sentence.</summary>
internal sealed class FragmentFormatterSource
{
    private readonly ValueFormatter[] formatters =
    [
        new("text/html", value => (value as IPageFragment)?.ToHtml()),
        new("text/plain", value => (value as IPageFragment)?.ToString()),
    ];

    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
