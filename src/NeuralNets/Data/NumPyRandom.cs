using NeuralNets.Scratch.Randomness;

namespace NeuralNets.Data;

/// <summary>
/// NumPy's legacy generator: <c>numpy.random.seed(seed)</c> and the draws that follow it, bit for bit.
/// An instance is one stream; it is not meant for several threads at once.
/// </summary>
/// <remarks>Source: NumPy's <c>RandomState</c>, which NumPy keeps unchanged so that old results stay reproducible.</remarks>
public sealed class NumPyRandom
{
    private readonly MersenneTwister words;
    private double? spareNormal;

    /// <summary>Starts the stream of a seed.</summary>
    /// <param name="seed">From 0 to 4,294,967,295 (2³² − 1), as in NumPy.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed is outside that range.</exception>
    public NumPyRandom(long seed) => words = new MersenneTwister(CheckSeed(seed));

    /// <summary><c>numpy.random.rand(n)</c>: uniform on [0, 1).</summary>
    /// <param name="count">Number of draws, n ≥ 0.</param>
    /// <returns>The draws in order, length n.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public double[] Rand(int count) => Draw(count, NextUniform);

    /// <summary><c>numpy.random.randn(n)</c>: normal with mean 0 and standard deviation 1.</summary>
    /// <param name="count">Number of draws, n ≥ 0.</param>
    /// <returns>The draws in order, length n.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public double[] Randn(int count) => Draw(count, NextNormal);

    internal static uint CheckSeed(long seed)
    {
        if (seed is < 0 or > uint.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(seed), seed, $"The seed is {seed}; it must be from 0 to {uint.MaxValue}.");
        return (uint)seed;
    }

    private static double[] Draw(int count, Func<double> next)
    {
        if (count < 0)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"{count} numbers were asked for; it must be 0 or more.");

        var draws = new double[count];
        for (var i = 0; i < count; i++)
            draws[i] = next();
        return draws;
    }

    /// <summary>53 random bits from two words, as a fraction of 2⁵³.</summary>
    private double NextUniform()
    {
        var high = words.NextWord() >> 5;
        var low = words.NextWord() >> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /// <summary>Marsaglia's polar method: a point in the unit disc gives two normals; the second is returned first.</summary>
    private double NextNormal()
    {
        if (spareNormal is { } spare)
        {
            spareNormal = null;
            return spare;
        }

        double u, v, square;
        do
        {
            u = 2.0 * NextUniform() - 1.0;
            v = 2.0 * NextUniform() - 1.0;
            square = u * u + v * v;
        }
        while (square is >= 1.0 or 0.0);

        var scale = Math.Sqrt(-2.0 * Math.Log(square) / square);
        spareNormal = scale * u;
        return scale * v;
    }
}
