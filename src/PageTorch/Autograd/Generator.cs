using NeuralNets.Scratch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>libtorch's random numbers, bit for bit: MT19937, and how libtorch's processor code draws from it.</summary>
    public sealed class Generator : IDisposable
    {
        private const int Block = 16; // From so many numbers on, normal ones are drawn in blocks.

        private MersenneTwister words;
        private long seeded;
        private double? spare;

        public Generator(ulong seed = 0, Device? device = null)
        {
            _ = device; // There is the processor alone.
            (words, seeded) = (new((uint)seed), (long)seed);
        }

        public static Generator Default { get; } = new((ulong)Random.Shared.NextInt64());

        public Generator manual_seed(long seed)
        {
            (words, seeded, spare) = (new((uint)seed), seed, null);
            return this;
        }

        public long initial_seed() => seeded;

        public void Dispose()
        {
        }

        /// <summary>Numbers from one to another, all equally likely.</summary>
        internal double[] Uniform(int count, double from, double to, ScalarType type)
        {
            var isSingle = type == ScalarType.Float32;
            var (low, width) = isSingle ? ((float)from, (float)((float)to - (float)from)) : (from, to - from);
            var numbers = new double[count];
            for (var i = 0; i < count; i++)
            {
                numbers[i] = isSingle
                    ? MathF.FusedMultiplyAdd((float)Fraction24(), (float)width, (float)low)
                    : Math.FusedMultiplyAdd(Fraction53(), width, low);
            }

            return numbers;
        }

        /// <summary>Numbers of a normal distribution, by the method of Box and Muller.</summary>
        internal double[] Normal(int count, double mean, double std, ScalarType type)
        {
            var numbers = count < Block ? [.. Enumerable.Range(0, count).Select(_ => NextNormal())] : InBlocks(count, type);
            for (var i = 0; i < count; i++)
                numbers[i] = (numbers[i] * std) + mean;
            return numbers;
        }

        /// <summary>Whole numbers from one on, up to another, which is left out.</summary>
        internal long[] Whole(int count, double from, double to)
        {
            var low = (long)from;
            var range = (ulong)((long)to - low);
            var numbers = new long[count];
            for (var i = 0; i < count; i++)
                numbers[i] = (long)((range >= 1UL << 28 ? NextLong() : words.NextWord()) % range) + low;
            return numbers;
        }

        /// <summary>The numbers from 0 on in a random order.</summary>
        internal double[] Permutation(int count)
        {
            double[] order = [.. Enumerable.Range(0, count).Select(i => (double)i)];
            for (var i = 0; i < count - 1; i++)
            {
                var other = i + (int)(words.NextWord() % (uint)(count - i));
                (order[i], order[other]) = (order[other], order[i]);
            }

            return order;
        }

        private double NextNormal()
        {
            if (spare is { } kept)
            {
                spare = null;
                return kept;
            }

            var (angle, size) = (2 * Math.PI * Fraction53(), Fraction53());
            var radius = Math.Sqrt(-2 * LogOfOneMinus(size));
            spare = radius * Math.Sin(angle);
            return radius * Math.Cos(angle);
        }

        /// <summary>Sixteen uniform numbers become sixteen normal ones; the last block reaches back where there are no more.</summary>
        private double[] InBlocks(int count, ScalarType type)
        {
            var numbers = Uniform(count, 0, 1, type);
            for (var start = 0; start + Block <= count; start += Block)
                Turn(numbers, start, type);
            if (count % Block == 0)
                return numbers;
            Uniform(Block, 0, 1, type).CopyTo(numbers, count - Block);
            Turn(numbers, count - Block, type);
            return numbers;
        }

        private static void Turn(double[] numbers, int start, ScalarType type)
        {
            for (var i = start; i < start + (Block / 2); i++)
            {
                var size = 1 - numbers[i];
                var radius = Math.Sqrt(-2 * Math.Log(type == ScalarType.Float32 ? (float)size : size));
                var angle = 2 * Math.PI * numbers[i + (Block / 2)];
                (numbers[i], numbers[i + (Block / 2)]) = (radius * Math.Cos(angle), radius * Math.Sin(angle));
            }
        }

        /// <summary>log(1 − x), exact where x is small.</summary>
        private static double LogOfOneMinus(double x)
        {
            var rest = 1 - x;
            return rest == 1 ? -x : Math.Log(rest) * -x / (rest - 1);
        }

        private double Fraction24() => (words.NextWord() & 0xffffff) / 16777216.0;

        private double Fraction53() => (NextLong() & ((1UL << 53) - 1)) / 9007199254740992.0;

        private ulong NextLong()
        {
            var high = (ulong)words.NextWord();
            return (high << 32) | words.NextWord();
        }
    }
}
