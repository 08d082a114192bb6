namespace NeuralNets.Data;

/// <summary>Division of samples into those a network learns from and those it is judged by; no sample is in both.</summary>
/// <param name="Train">Row numbers of the training part, from 0.</param>
/// <param name="Test">Row numbers of the held-out part, from 0.</param>
public sealed record Split(int[] Train, int[] Test)
{
    /// <summary>Draws the held-out part at random, without replacement.</summary>
    /// <param name="samples">Number of samples.</param>
    /// <param name="testFraction">The held-out share, between 0 and 1; rounded to whole samples, at least one on either side.</param>
    /// <param name="seed">Seed of the shuffle: the same seed gives the same split.</param>
    public static Split Random(int samples, double testFraction, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        if (!(testFraction is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(testFraction), testFraction, "Expected a share between 0 and 1.");
        var order = Enumerable.Range(0, samples).ToArray();
        new Random(seed).Shuffle(order);
        var test = Math.Clamp((int)Math.Round(samples * testFraction), 1, samples - 1);
        return new Split(order[test..], order[..test]);
    }

    /// <summary>Every third, fourth, … sample is held out: the same part for everybody, no seed needed.</summary>
    /// <param name="samples">Number of samples.</param>
    /// <param name="every">Samples 0, every, 2·every, … are held out; at least 2.</param>
    public static Split Every(int samples, int every)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 2);
        var all = Enumerable.Range(0, samples);
        return new Split([.. all.Where(i => i % every != 0)], [.. all.Where(i => i % every == 0)]);
    }

    /// <summary>Splits the training part once more, for choices made while training (when to stop, how much decay).</summary>
    /// <param name="validationFraction">The share of the training part that is set aside.</param>
    /// <param name="seed">Seed of the shuffle.</param>
    /// <returns>A split whose Test is the validation part; the samples of this split's Test are in neither half.</returns>
    public Split Validation(double validationFraction, int seed)
    {
        var inner = Random(Train.Length, validationFraction, seed);
        return new Split(Array.ConvertAll(inner.Train, i => Train[i]), Array.ConvertAll(inner.Test, i => Train[i]));
    }
}
