using System.Globalization;
using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Notebooks.Running.Checking;

/// <summary>
/// Distance that a number may have from the committed one. Whole numbers count something and are exact; those with a point or an
/// exponent are computed. A cell's metadata may say otherwise, of all its numbers:
/// <c>"check": {"absolute": 0.01, "relative": 0.1}</c>, or <c>"check": {"timing": true}</c> for output whose numbers are
/// measured times and say nothing.
/// </summary>
/// <param name="Absolute">The largest difference that counts as equal.</param>
/// <param name="Relative">The largest difference, as a part of the larger number, that counts as equal.</param>
/// <param name="Whole">Whether whole numbers may differ too.</param>
/// <param name="Timing">Whether numbers, and the units of time behind them, are not compared at all.</param>
internal sealed record Tolerance(double Absolute, double Relative, bool Whole, bool Timing)
{
    /// <summary>Processors round differently: 1e-5, or a thousandth of the number.</summary>
    public static Tolerance Default { get; } = new(1e-5, 1e-3, Whole: false, Timing: false);

    /// <summary>The tolerance of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="place">How messages call it.</param>
    /// <exception cref="DocumentException">Its metadata holds something else than is described here.</exception>
    public static Tolerance Of(NotebookCell cell, string place)
    {
        if (!cell.Metadata.TryGetPropertyValue("check", out var node))
            return Default;
        if (node is not JsonObject settings)
            throw Wrong(place, $"\"check\" is {node?.ToJsonString() ?? "null"}");
        var tolerance = Default;
        foreach (var (name, value) in settings)
        {
            tolerance = (name, value) switch
            {
                ("absolute", JsonValue number) when number.TryGetValue(out double limit) && limit >= 0 =>
                    tolerance with { Absolute = limit, Whole = true },
                ("relative", JsonValue number) when number.TryGetValue(out double limit) && limit >= 0 =>
                    tolerance with { Relative = limit, Whole = true },
                ("timing", JsonValue flag) when flag.TryGetValue(out bool timing) => tolerance with { Timing = timing },
                _ => throw Wrong(place, $"\"{name}\": {value?.ToJsonString() ?? "null"}"),
            };
        }

        return tolerance;
    }

    /// <summary>True if a number counts as equal to the committed one.</summary>
    /// <param name="expected">The committed number, as it is written.</param>
    /// <param name="found">The number, as it is written.</param>
    public bool Accepts(string expected, string found)
    {
        var (one, other) = (Parse(expected), Parse(found));
        if (Timing || one.Equals(other))
            return true;
        var difference = Math.Abs(one - other);
        return (Whole || !IsWhole(expected) || !IsWhole(found))
            && (difference <= Absolute || difference <= Relative * Math.Max(Math.Abs(one), Math.Abs(other)));
    }

    private static bool IsWhole(string number) => !number.AsSpan().ContainsAny('.', 'e', 'E');

    private static double Parse(string number) => double.Parse(number.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static DocumentException Wrong(string place, string found) => new(
        $"{place}: metadata {found}, where \"check\": {{\"absolute\": number, \"relative\": number}} or {{\"timing\": true}} is expected");
}
