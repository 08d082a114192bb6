namespace NeuralNets.Training;

/// <summary>The epochs of a run that are drawn.</summary>
internal static class DrawnEpochs
{
    /// <summary>Number of drawn epochs unless told otherwise.</summary>
    public const int Redraws = 25;

    /// <summary>
    /// Spreads the redraws over a run, close together at its beginning, where most happens: each epoch is about as many times
    /// the one before. The first and the last epoch are always among them.
    /// </summary>
    /// <param name="epochs">Number of epochs of the run, at least 1.</param>
    /// <param name="redraws">Number of drawings, at least 1; no epoch is drawn twice, and two are drawn where 1 is asked for.</param>
    /// <returns>The epochs, from 1, ascending; min(epochs, max(redraws, 2)) of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of the two is less than 1.</exception>
    public static IReadOnlyList<int> Of(int epochs, int redraws = Redraws)
    {
        if (epochs < 1)
            throw new ArgumentOutOfRangeException(nameof(epochs), epochs, $"epochs is {epochs}; a run has at least 1.");
        if (redraws < 1)
            throw new ArgumentOutOfRangeException(nameof(redraws), redraws, $"redraws is {redraws}; a run is drawn at least once.");

        var drawn = new int[Math.Min(epochs, Math.Max(redraws, 2))];
        drawn[0] = 1;
        for (var i = 1; i < drawn.Length; i++)
        {
            var ratio = Math.Pow((double)epochs / drawn[i - 1], 1.0 / (drawn.Length - i));
            drawn[i] = Math.Max(drawn[i - 1] + 1, (int)(drawn[i - 1] * ratio));
        }

        drawn[^1] = epochs;
        return drawn;
    }
}
