using System.Collections.Immutable;
using System.Globalization;
using NeuralNets.Display;

namespace NeuralNets.Charts;

/// <summary>
/// A picture of data, as a value: immutable, and shown right by whatever shows it. Return it from a cell, or display it.
/// <code>
/// Figure.Scatter(x, y, "data").Line(x, yTrue, "true", Hue.Grey, Dash.Dashed).Titled("Data and truth").Axes("x", "y")
/// Figure.Grid(2, fit, loss)
/// </code>
/// Its HTML is a static SVG, then the same figure for plotly.js as JSON, then a script that brings it alive where scripts
/// run. The script takes plotly.js from the page: <c>window.Plotly</c>, or the address in
/// <c>&lt;meta name="plotly-src" content="plotly.min.js"&gt;</c>; else from a content delivery network, checked by its hash.
/// If neither comes, the SVG stays.
/// </summary>
[TypeFormatterSource(typeof(FragmentFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class Figure : IPageFragment
{
    private Figure(ImmutableArray<Panel> panels) => Panels = panels;

    private Figure(Figure other)
    {
        Panels = other.Panels;
        Columns = other.Columns;
        Caption = other.Caption;
        SharesX = other.SharesX;
        SharesY = other.SharesY;
        PanelSize = other.PanelSize;
        Frames = other.Frames;
        FrameLabel = other.FrameLabel;
        ShownFrame = other.ShownFrame;
        Plays = other.Plays;
        Live = other.Live;
        Chart = other.Chart;
    }

    internal ImmutableArray<Panel> Panels { get; init; }

    internal int Columns { get; init; } = 1;

    /// <summary>The text below all panels; a single panel has a title instead.</summary>
    internal string Caption { get; init; } = "";

    internal bool SharesX { get; init; }

    internal bool SharesY { get; init; }

    internal (double Width, double Height)? PanelSize { get; init; }

    internal ImmutableArray<Frame> Frames { get; init; } = [];

    /// <summary>The ranges of each panel's axes, the same in both renderings.</summary>
    internal IReadOnlyList<(Extent X, Extent Y)> Ranges => field ??= FigureRanges.Of(this);

    /// <summary>The size of each panel's area between its axes, in pixels of a wide page.</summary>
    internal IReadOnlyList<(double Width, double Height)> Areas => field ??=
        [.. Panels.Select((_, i) => FigureSvg.PanelOf(this, i).Area)];

    /// <summary>The name of the slider's unit, such as "epoch".</summary>
    internal string FrameLabel { get; init; } = "";

    /// <summary>Index of the frame that stands still.</summary>
    internal int ShownFrame { get; init; }

    /// <summary>True if the frames are moments that can be played, false if they are values of a parameter.</summary>
    internal bool Plays { get; init; }

    /// <summary>The live side of a chart that was built with Plotly.NET itself; empty for all others.</summary>
    internal string Live { get; init; } = "";

    /// <summary>The chart, if it was built with Plotly.NET itself.</summary>
    internal Plotly.NET.GenericChart? Chart { get; init; }

    /// <summary>
    /// Gives the figure a title: above a single panel, below a grid of panels. The title is also what <c>text/plain</c> says.
    /// </summary>
    /// <param name="title">The title, with places for numbers: <c>"Data and fit, true MSE {0:F4}"</c>.</param>
    /// <param name="numbers">What goes into these places, in invariant culture.</param>
    public Figure Titled(string title, params object[] numbers)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(numbers);
        var text = numbers.Length == 0 ? title : string.Format(CultureInfo.InvariantCulture, title, numbers);
        return Panels.Length == 1 ? With(Panels[0] with { Title = text }) : new(this) { Caption = text };
    }

    /// <summary>Names the axes.</summary>
    public Figure Axes(string x, string y) => WithAxes(a => a with { Label = x }, a => a with { Label = y });

    /// <summary>Makes the horizontal axis logarithmic; what is not positive is not shown there.</summary>
    public Figure LogX() => WithAxes(a => a with { IsLog = true }, a => a);

    /// <summary>Makes the vertical axis logarithmic; what is not positive is not shown there.</summary>
    public Figure LogY() => WithAxes(a => a, a => a with { IsLog = true });

    /// <summary>Fixes the horizontal range; an end that is not given follows from the data.</summary>
    public Figure RangeX(double? low = null, double? high = null)
        => WithAxes(a => a with { Low = Finite(low), High = Finite(high) }, a => a);

    /// <summary>Fixes the vertical range; an end that is not given follows from the data.</summary>
    public Figure RangeY(double? low = null, double? high = null)
        => WithAxes(a => a, a => a with { Low = Finite(low), High = Finite(high) });

    /// <summary>
    /// Makes a unit as long on one axis as on the other, so that directions and right angles are true; what room a panel then
    /// has left over stays empty.
    /// </summary>
    public Figure EqualScales() => new(this) { Panels = [.. Panels.Select(p => p with { HasEqualScales = true })] };

    /// <summary>Sets the size of each panel, in pixels of a wide page; narrow pages show it smaller.</summary>
    public Figure Sized(double width, double height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 120);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 100);
        return new(this) { PanelSize = (width, height) };
    }

    /// <summary>Puts figures beside and below each other, as one.</summary>
    /// <param name="columns">How many panels stand side by side on a wide page.</param>
    /// <param name="figures">The figures; each keeps its own axes unless <see cref="SharingAxes"/> says otherwise.</param>
    public static Figure Grid(int columns, params IEnumerable<Figure> figures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentNullException.ThrowIfNull(figures);
        var panels = figures.SelectMany(f => f.Panels).ToImmutableArray();
        return panels.Length == 0
            ? throw new ArgumentException("Found no figure. A grid needs at least one.", nameof(figures))
            : new(panels) { Columns = Math.Min(columns, panels.Length) };
    }

    /// <summary>Gives all panels the same vertical range.</summary>
    public Figure SharingY() => new(this) { SharesY = true };

    /// <summary>Gives all panels the same ranges.</summary>
    public Figure SharingAxes() => new(this) { SharesX = true, SharesY = true };

    /// <summary>The figure as a fragment of a page: its SVG, its data, its script.</summary>
    public string ToHtml() => FigureHtml.Of(this);

    /// <summary>The static picture alone, a complete SVG document.</summary>
    public string ToSvg() => FigureSvg.Of(this, standalone: true);

    /// <summary>The live figure as plotly.js takes it: <c>{"data":[…],"layout":{…},"frames":[…]}</c>.</summary>
    public string ToPlotlyJson() => Live.Length > 0 ? Live : FigureJson.Of(this);

    /// <summary>
    /// The figure as a chart of Plotly.NET, for all that Plotly.NET can do with one: <c>figure.ToChart().WithSize(900, 400)</c>,
    /// <c>.SaveHtml(path)</c>, <c>.Show()</c>. A replay becomes its last moment.
    /// </summary>
    /// <returns>A chart of its own: what is done to it leaves the figure as it is.</returns>
    public Plotly.NET.GenericChart ToChart() => Chart ?? FigureChart.Of(this);

    /// <summary>The picture in one sentence.</summary>
    public override string ToString() => FigureText.Sentence(this);

    internal Figure WithLive(Plotly.NET.GenericChart chart, string json, (double Width, double Height) size)
        => new(this)
        {
            Chart = chart,
            Live = json,
            PanelSize = (size.Width / Columns, size.Height / ((Panels.Length + Columns - 1) / Columns)),
        };

    internal Figure Add(Mark mark) => With(Single("Marks").With(mark));

    internal Figure WithAxes(Func<Axis, Axis> x, Func<Axis, Axis> y)
        => new(this) { Panels = [.. Panels.Select(p => p with { X = x(p.X), Y = y(p.Y) })] };

    private Figure With(Panel panel) => new(this) { Panels = [panel] };

    private Panel Single(string what) => Panels.Length == 1
        ? Panels[0]
        : throw new InvalidOperationException(
            $"Found a grid of {Panels.Length} panels. {what} are added to a figure of one panel, before it goes into a grid.");

    private static double? Finite(double? limit) => limit is { } number && !double.IsFinite(number)
        ? throw new ArgumentOutOfRangeException(nameof(limit), number, "The end of an axis is a finite number.")
        : limit;
}
