using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>One thing drawn in a panel: its data, and its two renderings from that same data.</summary>
internal abstract record Mark
{
    /// <summary>The width of a swatch in the legend.</summary>
    public const double KeyWidth = 22;

    /// <summary>The name in the legend; empty when it is not in the legend.</summary>
    public string Name { get; init; } = "";

    public Hue Hue { get; init; } = Hue.Auto;

    /// <summary>What the two ends of its colours stand for, written at the ends of its bar in the legend; null for no bar.</summary>
    public (string Low, string High)? Ends { get; init; }

    /// <summary>The horizontal range it covers, on a logarithmic axis only what can be shown there.</summary>
    public abstract Extent ExtentX(bool log);

    /// <summary>The vertical range it covers.</summary>
    public abstract Extent ExtentY(bool log);

    /// <summary>True if it reaches to the edges of its panel, as an image does.</summary>
    public virtual bool Fills => false;

    /// <summary>True if it stands on zero, so that the axis begins there.</summary>
    public virtual bool StandsOnZero => false;

    /// <summary>True if axes make sense of it; a drawing has none.</summary>
    public virtual bool NeedsAxes => true;

    /// <summary>Description for readers who do not see it: "line 'true' through 100 points".</summary>
    public abstract string Describe();

    /// <summary>Its static picture.</summary>
    public abstract void Draw(PlotArea area);

    /// <summary>Its swatch in the legend, in a box of 22 × 10 with its centre line at y.</summary>
    public abstract void DrawKey(SvgWriter svg, double x, double y);

    /// <summary>Its colours from one end to the other, as a bar with its centre line at y; nothing for marks of one colour.</summary>
    public virtual void DrawBar(SvgWriter svg, double x, double y, double width)
    {
    }

    /// <summary>Its live traces; always as many, whatever the data, so that frames can replace them.</summary>
    public abstract IEnumerable<Trace2D> Traces(TraceScale scale);

    protected static Extent Visible(IEnumerable<double> values, bool log) => Extent.Of(log ? values.Where(v => v > 0) : values);

    protected static string Count(int count, string thing) => FormattableString.Invariant($"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    protected static string Reduced(int drawn, int total) => total > drawn ? FormattableString.Invariant($" (of {total:N0})") : "";

    private protected string Called => Name.Length == 0 ? "" : $" '{Name}'";
}
