namespace NeuralNets.Scratch.Randomness;

/// <summary>
/// The generator MT19937 seeded by <c>init_genrand</c>, as NumPy's <c>RandomState</c> and PyTorch both use it
/// (Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8, 1998).
/// </summary>
public sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Middle = 397;

    private readonly uint[] state = new uint[Size];
    private int next = Size;

    /// <summary>The generator after a seed.</summary>
    /// <param name="seed">The seed.</param>
    public MersenneTwister(uint seed)
    {
        state[0] = seed;
        for (var i = 1u; i < Size; i++)
            state[i] = 1812433253u * (state[i - 1] ^ (state[i - 1] >> 30)) + i;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextWord()
    {
        if (next == Size)
            Refill();

        var word = state[next++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680u;
        word ^= (word << 15) & 0xefc60000u;
        return word ^ (word >> 18);
    }

    private void Refill()
    {
        for (var i = 0; i < Size; i++)
        {
            var word = (state[i] & 0x80000000u) | (state[(i + 1) % Size] & 0x7fffffffu);
            state[i] = state[(i + Middle) % Size] ^ (word >> 1) ^ ((word & 1) == 0 ? 0u : 0x9908b0dfu);
        }

        next = 0;
    }
}
