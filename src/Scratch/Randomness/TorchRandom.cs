using System.Numerics;

namespace NeuralNets.Scratch.Randomness;

/// <summary>
/// The random numbers of torch's CPU generator, bit for bit, without torch: the generator MT19937 (Matsumoto and Nishimura,
/// "Mersenne Twister", ACM TOMACS 8, 1998).
/// </summary>
public sealed class TorchRandom
{
    private readonly MersenneTwister words;

    /// <summary>The generator after <c>manual_seed</c>.</summary>
    /// <param name="seed">The seed.</param>
    public TorchRandom(uint seed) => words = new(seed);

    /// <summary>Fills a span as <c>uniform_(-bound, bound)</c> does in the same precision.</summary>
    /// <typeparam name="T">Single or double precision.</typeparam>
    /// <param name="numbers">The numbers to draw.</param>
    /// <param name="bound">Largest size of a number.</param>
    public void Uniform<T>(Span<T> numbers, double bound)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var low = double.CreateChecked(T.CreateChecked(-bound));
        var width = double.CreateChecked(T.CreateChecked(bound) - T.CreateChecked(-bound));
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = T.CreateChecked(((typeof(T) == typeof(float) ? Fraction24() : Fraction53()) * width) + low);
    }

    private double Fraction24() => (words.NextWord() & 0xffffff) / 16777216.0;

    private double Fraction53()
    {
        var (high, low) = ((ulong)words.NextWord(), (ulong)words.NextWord());
        return (((high << 32) | low) & ((1UL << 53) - 1)) / 9007199254740992.0;
    }
}
