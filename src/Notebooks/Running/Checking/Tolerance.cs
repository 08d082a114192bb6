using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Notebooks.Running.Checking;

/// <summary>
/// How far a number may be from the committed one. A cell's metadata may say otherwise:
/// <c>"check": {"absolute": 0.01, "relative": 0.1}</c>, or <c>"check": {"timing": true}</c> for output whose numbers are
/// measured times and say nothing.
/// </summary>
/// <param name="Absolute">The largest difference that counts as equal.</param>
/// <param name="Relative">The largest difference, as a part of the larger number, that counts as equal.</param>
/// <param name="Timing">Whether numbers, and the units of time behind them, are not compared at all.</param>
internal sealed record Tolerance(double Absolute, double Relative, bool Timing)
{
    /// <summary>Processors round differently: 1e-5, or a thousandth of the number.</summary>
    public static Tolerance Default { get; } = new(1e-5, 1e-3, false);

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
                ("absolute", JsonValue number) when number.TryGetValue(out double limit) && limit >= 0 => tolerance with { Absolute = limit },
                ("relative", JsonValue number) when number.TryGetValue(out double limit) && limit >= 0 => tolerance with { Relative = limit },
                ("timing", JsonValue flag) when flag.TryGetValue(out bool timing) => tolerance with { Timing = timing },
                _ => throw Wrong(place, $"\"{name}\": {value?.ToJsonString() ?? "null"}"),
            };
        }

        return tolerance;
    }

    /// <summary>Whether a number counts as equal to the committed one.</summary>
    public bool Accepts(double expected, double found)
    {
        if (Timing || expected.Equals(found))
            return true;
        var difference = Math.Abs(expected - found);
        return difference <= Absolute || difference <= Relative * Math.Max(Math.Abs(expected), Math.Abs(found));
    }

    private static DocumentException Wrong(string place, string found) => new(
        $"{place}: metadata {found}, where \"check\": {{\"absolute\": number, \"relative\": number}} or {{\"timing\": true}} is expected");
}
