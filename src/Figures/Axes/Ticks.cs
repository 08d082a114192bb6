using System.Globalization;

namespace NeuralNets.Charts;

/// <summary>Labelled positions on an axis: round numbers, few enough not to touch.</summary>
internal static class Ticks
{
    private static readonly int[] RoundDigits = [1, 2, 5];

    /// <summary>At most about <paramref name="count"/> labelled positions inside a range.</summary>
    public static IReadOnlyList<(double At, string Label)> For(Axis axis, Extent range, int count)
    {
        if (axis.Categories is { } names)
            return [.. names.Select((name, i) => ((double)i, name))];
        return axis.IsLog ? Logarithmic(range, count) : Linear(range, count);
    }

    private static (double, string)[] Linear(Extent range, int count)
    {
        var step = RoundStep(range.Length / Math.Max(1, count));
        var first = Math.Ceiling((range.Low / step) - 1e-9);
        var last = Math.Floor((range.High / step) + 1e-9);
        if (!double.IsFinite(step) || step <= 0 || last - first > 100)
            return [];
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => ((first + i) * step, Text((first + i) * step, step)))];
    }

    private static (double, string)[] Logarithmic(Extent range, int count)
    {
        var (low, high) = ((int)Math.Ceiling(Math.Log10(range.Low) - 1e-9), (int)Math.Floor(Math.Log10(range.High) + 1e-9));
        if (high - low < 1)
            return [.. WithinDecades(range).Select(v => (v, Short(v)))];
        var every = Math.Max(1, (int)Math.Ceiling((high - low + 1) / (double)Math.Max(2, count)));
        return [.. Enumerable.Range(low, high - low + 1).Where(e => e % every == 0).Select(e => (Math.Pow(10, e), Power(e)))];
    }

    private static IEnumerable<double> WithinDecades(Extent range)
    {
        var decade = (int)Math.Floor(Math.Log10(range.Low));
        return from exponent in new[] { decade, decade + 1 }
               from digit in RoundDigits
               let value = digit * Math.Pow(10, exponent)
               where value >= range.Low && value <= range.High
               select value;
    }

    private static double RoundStep(double raw)
    {
        if (!(raw > 0))
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return (raw / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    private static string Text(double value, double step)
    {
        var largest = Math.Abs(value);
        if (largest < step / 2)
            return "0";
        if (largest is >= 1e6 or < 1e-4)
            return Signed(value.ToString("0.###e0", CultureInfo.InvariantCulture));
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 8);
        return Signed(value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    private static string Short(double value) => Signed(value.ToString("G3", CultureInfo.InvariantCulture));

    /// <summary>A power of ten: 0.001 to 1000 as they are, the others as 10⁻⁴.</summary>
    private static string Power(int exponent)
    {
        if (exponent is >= -3 and <= 3)
            return Math.Pow(10, exponent).ToString("0.###", CultureInfo.InvariantCulture);
        var digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(d => "⁰¹²³⁴⁵⁶⁷⁸⁹"[d - '0']);
        return $"10{(exponent < 0 ? "⁻" : "")}{string.Concat(digits)}";
    }

    private static string Signed(string number) => number.Replace('-', '−');
}
