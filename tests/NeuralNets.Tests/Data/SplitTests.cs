using FsCheck;
using FsCheck.Fluent;
using NeuralNets.Data;

namespace NeuralNets.Tests.Data;

public class SplitTests
{
    [Fact]
    public void A_random_split_uses_every_sample_exactly_once() =>
        Prop.ForAll(Gen.Choose(2, 300).ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), (n, percent) =>
        {
            var split = Split.Random(n, percent / 100.0, seed: n);
            Assert.NotEmpty(split.Train);
            Assert.NotEmpty(split.Test);
            Assert.Equal(Enumerable.Range(0, n), split.Train.Concat(split.Test).Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_seed_fixes_the_split()
    {
        Assert.Equal(Split.Random(50, 0.3, seed: 1).Test, Split.Random(50, 0.3, seed: 1).Test);
        Assert.NotEqual(Split.Random(50, 0.3, seed: 1).Test, Split.Random(50, 0.3, seed: 2).Test);
        Assert.Equal(15, Split.Random(50, 0.3, seed: 1).Test.Length);
    }

    [Fact]
    public void Every_third_sample_is_held_out()
    {
        var split = Split.Every(7, 3);
        Assert.Equal([0, 3, 6], split.Test);
        Assert.Equal([1, 2, 4, 5], split.Train);
    }

    [Fact]
    public void The_validation_part_comes_from_the_training_part()
    {
        var outer = Split.Random(100, 0.4, seed: 3);
        var inner = outer.Validation(0.25, seed: 4);
        Assert.Equal(15, inner.Test.Length);
        Assert.Equal(outer.Train.Order(), inner.Train.Concat(inner.Test).Order());
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_share_outside_0_to_1_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Random(10, share, seed: 1));
}
