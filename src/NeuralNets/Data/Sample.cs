using System.Globalization;

namespace NeuralNets.Data;

/// <summary>
/// Noisy points of the chapter's curve: y = 1 + 2x − 3x² + ε, with x uniform on [0, 1] and sorted,
/// and ε normal with mean 0. All four arrays have length n, in the order of x.
/// </summary>
/// <param name="X">The feature, ascending.</param>
/// <param name="Y">The target: the curve plus noise.</param>
/// <param name="YTrue">The curve itself, without noise.</param>
/// <param name="Noise">The noise ε in y.</param>
public sealed record Sample(double[] X, double[] Y, double[] YTrue, double[] Noise)
{
    /// <summary>Number of points, n.</summary>
    public int Count => X.Length;

    /// <summary>The noise-free curve, f(x) = 1 + 2x − 3x².</summary>
    public static double Curve(double x) => 1 + 2 * x - 3 * (x * x);

    /// <summary>The sample of the published chapter: 100 points, noise 0.1, seed 42; equal to NumPy's to the last bit.</summary>
    public static Sample Published() => Draw();

    /// <summary>Draws a sample as NumPy would after <c>numpy.random.seed(seed)</c>: first every x, then every ε.</summary>
    /// <param name="n">Number of points, n ≥ 1.</param>
    /// <param name="noise">Standard deviation of ε, finite and ≥ 0; in units of y.</param>
    /// <param name="seed">From 0 to 2³² − 1; the same seed gives the same sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the three is outside its range.</exception>
    public static Sample Draw(int n = 100, double noise = 0.1, long seed = 42)
    {
        if (n < 1)
            throw new ArgumentOutOfRangeException(nameof(n), n, $"n is {n}; a sample needs at least 1 point.");
        if (!double.IsFinite(noise) || noise < 0)
            throw new ArgumentOutOfRangeException(nameof(noise), noise, string.Create(CultureInfo.InvariantCulture,
                $"noise is {noise}; a standard deviation must be a finite number, 0 or more."));

        var random = new NumPyRandom(seed);
        var x = random.Rand(n);
        Array.Sort(x);
        var epsilon = Array.ConvertAll(random.Randn(n), z => noise * z);
        var yTrue = Array.ConvertAll(x, Curve);
        var y = yTrue.Zip(epsilon, (curve, e) => curve + e).ToArray();
        return new Sample(x, y, yTrue, epsilon);
    }
}
