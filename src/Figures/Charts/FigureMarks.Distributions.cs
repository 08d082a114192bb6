using System.Globalization;
using System.Numerics;

namespace NeuralNets.Charts;

/// <content>Bars, histograms and box plots.</content>
public static partial class FigureMarks
{
    /// <summary>Adds bars from zero; several calls with the same labels stand beside each other.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="labels">What stands below the bars.</param>
    /// <param name="heights">Their heights, one per label; NaN leaves a bar out.</param>
    /// <param name="errors">Half the length of their error bars, one per label; null for none.</param>
    /// <param name="name">What the legend calls them; empty for no entry.</param>
    /// <param name="hue">Their colour, by default the next one that is free.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Figure Bars(
        this Figure figure, IEnumerable<string> labels, IEnumerable<double> heights, IEnumerable<double>? errors = null, string name = "",
        Hue hue = Hue.Auto)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(labels);
        var (texts, tops, halves) = (labels.ToArray(), Numbers.From(heights), errors is null ? null : Numbers.From(errors));
        Lengths.MustAgree("labels", texts.Length, "heights", tops.Length);
        if (halves is not null)
            Lengths.MustAgree("heights", tops.Length, "errors", halves.Length);
        return figure.Add(new Bars(tops, halves) { Name = name, Hue = hue }).WithAxes(x => x with { Categories = texts }, y => y);
    }

    /// <summary>Adds a histogram.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="values">The values; those that are not finite are left out.</param>
    /// <param name="bins">How many intervals; by default about twice the cube root of the number of values.</param>
    /// <param name="name">What the legend calls it; empty for no entry.</param>
    /// <param name="hue">Its colour, by default the next one that is free.</param>
    public static Figure Histogram<T>(this Figure figure, IEnumerable<T> values, int? bins = null, string name = "", Hue hue = Hue.Auto)
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (bins is { } count)
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(bins));
        return figure.Add(Charts.Histogram.Of(Numbers.From(values), bins) with { Name = name, Hue = hue });
    }

    /// <summary>Adds a box plot for each group of runs, with the runs themselves as dots.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="labels">What stands below the boxes.</param>
    /// <param name="runs">The runs of each group.</param>
    /// <param name="name">What the legend calls them; empty for no entry.</param>
    /// <param name="hue">Their colour, by default the next one that is free.</param>
    /// <exception cref="ArgumentException">There are not as many groups as labels.</exception>
    public static Figure Boxes(
        this Figure figure, IEnumerable<string> labels, IEnumerable<IEnumerable<double>> runs, string name = "", Hue hue = Hue.Auto)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(runs);
        string[] texts = [.. labels];
        double[][] groups = [.. runs.Select(Numbers.From)];
        Lengths.MustAgree("labels", texts.Length, "groups of runs", groups.Length);
        return figure.Add(new Boxes(groups) { Name = name, Hue = hue }).WithAxes(x => x with { Categories = texts }, y => y);
    }

    /// <summary>Adds the loss curve of a run; the legend gives its last value.</summary>
    /// <param name="figure">The figure so far.</param>
    /// <param name="losses">One loss per epoch, from epoch 1.</param>
    /// <param name="name">What the run is called; the legend adds the last loss: "Adam 0.0037".</param>
    /// <param name="hue">Its colour, by default the next one that is free.</param>
    /// <param name="dash">Unbroken, dashed or dotted.</param>
    public static Figure Losses(this Figure figure, IEnumerable<double> losses, string name, Hue hue = Hue.Auto, Dash dash = Dash.Solid)
    {
        var all = Numbers.From(losses);
        var last = all.Length == 0 ? "" : " " + all[^1].ToString("F4", CultureInfo.InvariantCulture);
        return figure.Line(Enumerable.Range(1, all.Length), all, name + last, hue, dash);
    }
}
