namespace Plotly.NET;

/// <summary>A chart of Plotly.NET, of which a page has none: a figure is what it can show.</summary>
public sealed class GenericChart
{
    private GenericChart()
    {
    }

    internal static GenericChart NewMultiChart(params object[] parts) => throw new PlatformNotSupportedException(
        $"Found a figure of {parts.Length} parts to be made a chart of Plotly.NET, which is not there in a page. Show the figure itself.");
}
