using FsCheck;
using FsCheck.Fluent;
using Notebooks.Running.Checking;

namespace Engine.Tests.Running;

public class TextComparisonTests
{
    [Theory]
    [InlineData("loss 0.0498", "loss 0.0498")]
    [InlineData("loss 0.0498", "loss 0.04980001")]
    [InlineData("a = 1.40589939, b = -0.83739496", "a = 1.40589941, b = -0.83739501")]
    [InlineData("1e-17", "-3.2e-18")]
    [InlineData("x = 0.000001 |", "x =  -0.000001 |")]
    [InlineData("tensor([ 1.0000, 10.0000])", "tensor([1.0000,  10.0001])")]
    [InlineData("1000 steps\r\n", "1000 steps\n\n")]
    [InlineData("−0.5", "-0.5")]
    [InlineData("−5", "-5")]
    [InlineData("1998.9", "1999")]
    [InlineData("nothing", "nothing")]
    [InlineData("", "")]
    public void Numbers_within_the_tolerance_are_the_same(string expected, string found) =>
        Assert.Empty(TextComparison.Compare(expected, found, Tolerance.Default));

    [Theory]
    [InlineData("loss 0.0498", "loss 0.0499")]
    [InlineData("loss 0.0498", "gain 0.0498")]
    [InlineData("-0.5", "0.5")]
    [InlineData("2020-05", "2020-06")]
    [InlineData("1.5", "NaN")]
    [InlineData("1.5", "1.5 m")]
    [InlineData("[1, 2]", "[1, 2, 3]")]
    [InlineData("x1 = 1", "x2 = 1")]
    [InlineData("1437 images", "1438 images")]
    [InlineData("10,001 parameters", "10,000 parameters")]
    [InlineData("-1999", "-1998")]
    public void Other_numbers_and_other_words_differ(string expected, string found) =>
        Assert.Equal([new Difference(expected, found)], TextComparison.Compare(expected, found, Tolerance.Default));

    [Fact]
    public void Only_the_lines_that_differ_are_named() =>
        Assert.Equal(
            [new Difference("b 2", "b 3"), new Difference(Difference.Nothing, "d")],
            TextComparison.Compare("a 1\nb 2\nc", "a 1\nb 3\nc\nd", Tolerance.Default));

    [Fact]
    public void A_cell_may_set_its_own_tolerance() =>
        Assert.Empty(TextComparison.Compare("10.0", "10.4", new Tolerance(0.5, 0, Whole: true, Timing: false)));

    [Fact]
    public void A_timing_is_compared_by_its_words_alone()
    {
        var timing = new Tolerance(0, 0, Whole: false, Timing: true);

        Assert.Empty(TextComparison.Compare("a step: 95.3 µs", "a step: 1.2 ms", timing));
        Assert.NotEmpty(TextComparison.Compare("a step: 95.3 µs", "two steps: 95.3 µs", timing));
        Assert.Empty(TextComparison.Compare("Wall time: 95.3ms", "Wall time: 1.2s", Tolerance.Default));
    }

    [Fact]
    public void Any_text_equals_itself_and_every_difference_is_seen_from_both_sides() =>
        Prop.ForAll<string, string>((one, other) =>
        {
            Assert.Empty(TextComparison.Compare(one ?? "", one ?? "", Tolerance.Default));
            Assert.Equal(
                TextComparison.Compare(one ?? "", other ?? "", Tolerance.Default).Any(),
                TextComparison.Compare(other ?? "", one ?? "", Tolerance.Default).Any());
        }).QuickCheckThrowOnFailure();
}
