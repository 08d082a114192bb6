namespace NeuralNets.Charts;

/// <summary>Quantiles by linear interpolation, as NumPy has them by default.</summary>
internal static class Quantiles
{
    /// <summary>The quantile of values in ascending order; NaN when there is none.</summary>
    public static double Of(double[] sorted, double fraction)
    {
        if (sorted.Length == 0)
            return double.NaN;
        var at = fraction * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The numbers among some values, ascending.</summary>
    public static double[] Sorted(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite)];
        Array.Sort(sorted);
        return sorted;
    }
}
