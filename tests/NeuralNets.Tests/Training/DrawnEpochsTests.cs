using FsCheck;
using FsCheck.Fluent;
using NeuralNets.Training;

namespace NeuralNets.Tests.Training;

public class DrawnEpochsTests
{
    [Fact]
    public void Twenty_five_are_drawn_by_default() => Assert.Equal(25, DrawnEpochs.Of(200).Count);

    [Fact]
    public void Any_run_draws_its_first_and_last_epoch_and_as_many_as_asked_for() =>
        Prop.ForAll<PositiveInt, PositiveInt>((epochs, redraws) =>
        {
            var drawn = DrawnEpochs.Of(epochs.Get, redraws.Get);
            Assert.Equal(1, drawn[0]);
            Assert.Equal(epochs.Get, drawn[^1]);
            Assert.Equal(drawn.Distinct().Order(), drawn);
            Assert.Equal(Math.Min(epochs.Get, Math.Max(redraws.Get, 2)), drawn.Count);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(1001)]
    public void Epochs_that_25_does_not_divide_are_drawn_too(int epochs) =>
        Assert.Equal(Math.Min(epochs, 25), DrawnEpochs.Of(epochs).Count);

    [Fact]
    public void Most_are_drawn_at_the_beginning_where_most_happens()
    {
        var drawn = DrawnEpochs.Of(200);
        Assert.Equal([1, 2, 3, 4, 5, 6], drawn.Take(6));
        Assert.Equal(12, drawn.Count(epoch => epoch <= 14));
        Assert.All(drawn.Zip(drawn.Skip(1)).Skip(12), pair => Assert.InRange((double)pair.Second / pair.First, 1.1, 1.35));
    }

    [Fact]
    public void No_epoch_and_no_redraw_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnEpochs.Of(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnEpochs.Of(10, 0));
    }
}
