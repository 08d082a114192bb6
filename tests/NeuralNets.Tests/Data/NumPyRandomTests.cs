using FsCheck;
using FsCheck.Fluent;
using NeuralNets.Data;

namespace NeuralNets.Tests.Data;

public class NumPyRandomTests
{
    // numpy.random.seed(s); numpy.random.rand(3); numpy.random.randn(3)
    [Theory]
    [InlineData(0L, 0.5488135039273248, 0.7151893663724195, 0.6027633760716439)]
    [InlineData(42L, 0.3745401188473625, 0.9507143064099162, 0.7319939418114051)]
    [InlineData(4294967295L, 0.0976320289940138, 0.9123828453026218, 0.78903530185164)]
    public void Rand_gives_what_NumPy_gives(long seed, double first, double second, double third) =>
        Assert.Equal([first, second, third], new NumPyRandom(seed).Rand(3));

    [Fact]
    public void Randn_gives_what_NumPy_gives() =>
        Assert.Equal([0.4967141530112327, -0.13826430117118466, 0.6476885381006925], new NumPyRandom(42).Randn(3));

    [Fact]
    public void The_stream_goes_on_over_a_refill_of_the_state() =>
        Assert.Equal(0.28218707469320015, new NumPyRandom(42).Rand(2000)[^1]);

    [Fact]
    public void Drawing_in_two_parts_is_drawing_at_once() =>
        Prop.ForAll<uint, byte, byte>((seed, first, second) =>
        {
            var (whole, parts) = (new NumPyRandom(seed), new NumPyRandom(seed));
            Assert.Equal(whole.Rand(first + second), parts.Rand(first).Concat(parts.Rand(second)));
            Assert.Equal(whole.Randn(first + second), parts.Randn(first).Concat(parts.Randn(second)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Uniform_numbers_lie_in_the_unit_interval() =>
        Prop.ForAll<uint>(seed => Assert.All(new NumPyRandom(seed).Rand(50), u => Assert.InRange(u, 0.0, Math.BitDecrement(1.0))))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1L)]
    [InlineData(4294967296L)]
    public void A_seed_that_NumPy_would_refuse_is_refused(long seed)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new NumPyRandom(seed));
        Assert.Contains($"The seed is {seed}; it must be from 0 to 4294967295.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_count_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new NumPyRandom(1).Rand(-3));
        Assert.StartsWith("-3 numbers", error.Message, StringComparison.Ordinal);
    }
}
