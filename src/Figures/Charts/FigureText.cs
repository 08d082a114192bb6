namespace NeuralNets.Charts;

/// <summary>A figure in words.</summary>
internal static class FigureText
{
    /// <summary>One sentence: its titles, which carry its key number, or else what is drawn.</summary>
    public static string Sentence(Figure figure)
    {
        if (figure.Caption.Length > 0)
            return figure.Caption;
        var titles = figure.Panels.Select(p => p.Title).Where(t => t.Length > 0).Distinct().ToArray();
        var telling = titles.Where(t => t.Any(char.IsAsciiDigit)).ToArray();
        return titles.Length > 0
            ? string.Join("; ", telling.Length > 0 ? telling : titles)
            : Capital(string.Join("; ", figure.Panels.Select(Contents)));
    }

    /// <summary>Several sentences: each panel's contents, axes and ranges.</summary>
    public static string Description(Figure figure)
    {
        var ranges = figure.Ranges;
        return string.Join(" ", figure.Panels.Select((panel, i) => $"{Capital(Contents(panel))}.{Axes(panel, ranges[i])}"));
    }

    private static string Contents(Panel panel) => panel.Marks.Length == 0
        ? "nothing to show"
        : string.Join(", ", Counted(panel.Marks.Select(m => m.Describe())));

    // Twenty runs are told once, not twenty times.
    private static IEnumerable<string> Counted(IEnumerable<string> descriptions) => descriptions.GroupBy(d => d)
        .Select(same => same.Count() == 1 ? same.Key : FormattableString.Invariant($"{same.Key} ({same.Count()} times)"));

    private static string Axes(Panel panel, (Extent X, Extent Y) range) => panel.HasAxes
        ? $" {Axis(panel.X, "x", range.X)}, {Axis(panel.Y, "y", range.Y)}."
        : "";

    private static string Axis(Axis axis, string otherwise, Extent range) =>
        FormattableString.Invariant($"{(axis.Label.Length > 0 ? axis.Label : otherwise)} from {range.Low:G3} to {range.High:G3}");

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
