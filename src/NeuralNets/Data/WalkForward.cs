namespace NeuralNets.Data;

/// <summary>Splits of a time series that never look ahead: what is learned from always lies before what is forecast.</summary>
public static class WalkForward
{
    /// <summary>
    /// Cuts the end of the series into consecutive held-out blocks; each comes with everything before it as its training part.
    /// </summary>
    /// <param name="samples">Number of samples, in the order of time.</param>
    /// <param name="first">The first sample that is forecast; at least one must remain before it for training.</param>
    /// <param name="block">Number of samples forecast before the network learns anew; the last block may be shorter.</param>
    /// <param name="gap">
    /// How many samples just before a block are left out of its training part: for forecasts h steps ahead h − 1, because
    /// their targets were not yet known when the block's first forecast was made.
    /// </param>
    public static Split[] Splits(int samples, int first, int block, int gap = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(block);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, gap);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, samples);
        var splits = new List<Split>();
        for (var start = first; start < samples; start += block)
        {
            var end = Math.Min(start + block, samples);
            splits.Add(new Split([.. Enumerable.Range(0, start - gap)], [.. Enumerable.Range(start, end - start)]));
        }

        return [.. splits];
    }
}
