using NeuralNets.Charts;

namespace NeuralNets.Display;

/// <summary>A figure on its way: only its static picture, so that a redraw is small and nothing flickers.</summary>
/// <param name="Figure">The figure as it is now; null before the first.</param>
[TypeFormatterSource(typeof(FragmentFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
internal sealed record LiveView(Figure? Figure) : IPageFragment
{
    /// <summary>The place that the figure will have in the output.</summary>
    public static LiveView Nothing { get; } = new(Figure: null);

    public string ToHtml() => Figure is null ? "" : FigureHtml.Still(Figure);

    public override string ToString() => Figure?.ToString() ?? "";
}
