using System.Collections.Immutable;

namespace NeuralNets.Charts;

/// <summary>One pair of axes and what is drawn between them.</summary>
internal sealed record Panel
{
    public string Title { get; init; } = "";

    public Axis X { get; init; } = new();

    public Axis Y { get; init; } = new();

    public ImmutableArray<Mark> Marks { get; init; } = [];

    /// <summary>True if a unit is as long on one axis as on the other; not with a logarithmic axis.</summary>
    public bool HasEqualScales { get; init; }

    /// <summary>True if it has axes; a drawing has none.</summary>
    public bool HasAxes => Marks.All(m => m.NeedsAxes);

    public Panel With(Mark mark)
    {
        var used = Marks.Where(m => m.Hue != Hue.Auto).Select(m => m.Hue).ToHashSet();
        var hue = mark.Hue != Hue.Auto ? mark.Hue : NextHue(used);
        if (mark is Curve { Hue: Hue.Auto, Dash: Dash.Solid } line && hue is >= Hue.Brown and < Hue.Grey)
            mark = line with { Dash = Dash.Dashed };
        return this with { Marks = Grouped(Marks.Add(mark with { Hue = hue })) };
    }

    /// <summary>Puts bars of several series beside each other.</summary>
    private static ImmutableArray<Mark> Grouped(ImmutableArray<Mark> marks)
    {
        var bars = marks.OfType<Bars>().ToArray();
        return bars.Length < 2 ? marks : [.. marks.Select(m => m is Bars b ? b with { Group = (Array.IndexOf(bars, b), bars.Length) } : m)];
    }

    private static Hue NextHue(HashSet<Hue> used)
        => Enumerable.Range((int)Hue.Blue, (int)Hue.Grey).Select(i => (Hue)i)
            .FirstOrDefault(h => !used.Contains(h), (Hue)(used.Count % (int)Hue.Grey));
}
