using FsCheck;
using FsCheck.Fluent;
using NeuralNets.Data;

namespace NeuralNets.Tests.Data;

public class WalkForwardTests
{
    [Fact]
    public void Blocks_follow_each_other_and_learn_from_all_before()
    {
        var splits = WalkForward.Splits(samples: 10, first: 4, block: 4);
        Assert.Equal(2, splits.Length);
        Assert.Equal([0, 1, 2, 3], splits[0].Train);
        Assert.Equal([4, 5, 6, 7], splits[0].Test);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], splits[1].Train);
        Assert.Equal([8, 9], splits[1].Test);
    }

    [Fact]
    public void A_gap_leaves_out_the_samples_whose_targets_were_not_yet_known() =>
        Assert.Equal([0, 1], WalkForward.Splits(samples: 10, first: 4, block: 6, gap: 2).Single().Train);

    [Fact]
    public void No_split_looks_ahead_and_every_sample_from_the_first_on_is_forecast_once() =>
        Prop.ForAll(Gen.Choose(1, 60).ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), (more, block, gap) =>
        {
            var first = gap + 1 + (block % 5);
            var splits = WalkForward.Splits(first + more, first, block, gap);
            Assert.All(splits, s => Assert.True(s.Train.Max() < s.Test.Min() - gap));
            Assert.Equal(Enumerable.Range(first, more), splits.SelectMany(s => s.Test));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_to_learn_from_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkForward.Splits(10, first: 0, block: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkForward.Splits(10, first: 2, block: 2, gap: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkForward.Splits(10, first: 10, block: 2));
    }
}
