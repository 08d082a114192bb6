using NeuralNets.Checks;

namespace NeuralNets.Tests.Checks;

public class CheckTests
{
    [Fact]
    public void A_number_within_the_tolerance_passes() => Check.Close("slope", 1.0004, 1.0, 1e-3);

    [Fact]
    public void A_number_outside_says_what_was_found_and_what_was_expected()
    {
        var error = Assert.Throws<CheckFailedException>(() => Check.Close("slope", 1.5, 1.0, 1e-3));
        Assert.Equal("slope: found 1.5, expected 1 (tolerance 0.001)", error.Message);
    }

    [Theory]
    [InlineData(double.NaN, 1.0)]
    [InlineData(1.0, double.NaN)]
    public void What_is_not_a_number_is_never_close(double found, double expected) =>
        Assert.Throws<CheckFailedException>(() => Check.Close("slope", found, expected, 1));

    [Theory]
    [InlineData(0.05749, "0.0575")]
    [InlineData(-0.460962, "-0.461")]
    [InlineData(3.2, "3")]
    public void A_printed_number_is_met_when_its_digits_are(double found, string published) => Check.Published("loss", found, published);

    [Fact]
    public void One_other_digit_is_a_failure()
    {
        var error = Assert.Throws<CheckFailedException>(() => Check.Published("loss", 0.0574, "0.0575"));
        Assert.Equal("loss: found 0.0574, expected 0.0575 (published; tolerance: every digit)", error.Message);
    }

    [Fact]
    public void Several_numbers_are_compared_one_by_one_and_none_may_be_missing()
    {
        Check.Published("weights", new[] { 0.12, -0.5 }, "0.12 -0.50");
        Assert.Throws<CheckFailedException>(() => Check.Published("weights", new[] { 0.12 }, "0.12 -0.50"));
        Assert.Throws<CheckFailedException>(() => Check.Published("weights", new[] { 0.12, -0.5, 1 }, "0.12 -0.50"));
        Check.Close("weights", new[] { 1.0, 2.0 }, new[] { 1.0, 2.0 }, 0);
        Assert.Throws<CheckFailedException>(() => Check.Close("weights", new[] { 1.0, 2.0 }, new[] { 1.0 }, 0));
    }

    [Fact]
    public void A_statement_must_hold()
    {
        Check.That("two is even", 2 % 2 == 0);
        var error = Assert.Throws<CheckFailedException>(() => Check.That("two is odd", 2 % 2 == 1));
        Assert.Equal("two is odd: found false, expected true", error.Message);
    }

    [Fact]
    public void A_number_must_lie_on_its_side_of_a_bound()
    {
        Check.Above("median", 0.443, 0.25);
        Check.Below("loss", 0.1, 0.2);
        var low = Assert.Throws<CheckFailedException>(() => Check.Above("median", 0.25, 0.25));
        Assert.Equal("median: found 0.25, expected more than 0.25", low.Message);
        var high = Assert.Throws<CheckFailedException>(() => Check.Below("loss", 0.3, 0.2));
        Assert.Equal("loss: found 0.3, expected less than 0.2", high.Message);
    }

    [Fact]
    public void What_is_not_a_number_lies_on_no_side()
    {
        Assert.Throws<CheckFailedException>(() => Check.Above("median", double.NaN, 0));
        Assert.Throws<CheckFailedException>(() => Check.Below("median", double.NaN, 0));
    }

    [Fact]
    public void A_passed_check_says_what_it_found_in_one_short_line()
    {
        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(printed));
        try
        {
            Check.Close("slope", 1.0004, 1, 1e-3);
            Check.Close("slopes", new[] { 1.0, 2 }, new[] { 1.0, 2 }, 0);
            Check.Close("weights", new double[30], new double[30], 1e-6);
            Check.Published("loss", 0.05749, "0.0575");
            Check.Published("bias", new[] { 1.0, 2, 3, 4, 5 }, "1 2 3 4 5");
            Check.Above("median", 0.443, 0.25);
            Check.Below("loss", 0.1, 0.2);
            Check.That("two is even", 2 % 2 == 0);
        }
        finally
        {
            Console.SetOut(console);
        }

        // Others may print meanwhile.
        var lines = printed.ToString().Split(Environment.NewLine);
        Assert.All(
            [
                "✓ slope: 1.0004 ≈ 1 (± 0.001)", "✓ slopes: 1 2 = 1 2", "✓ weights: 30 numbers ≈ expected (± 1E-06)",
                "✓ loss: 0.0575, as published", "✓ bias: 5 numbers, as published", "✓ median: 0.443 > 0.25", "✓ loss: 0.1 < 0.2",
                "✓ two is even",
            ],
            line => Assert.Contains(line, lines));
    }
}
