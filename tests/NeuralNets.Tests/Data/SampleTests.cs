using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NeuralNets.Data;
using NeuralNets.Tests.Reference;

namespace NeuralNets.Tests.Data;

public class SampleTests
{
    [Fact]
    public void The_published_sample_is_NumPys_to_the_last_bit()
    {
        var rows = File.ReadLines(ReferenceFile.Path("numpy-seed42.csv")).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture)))
            .ToArray();
        var sample = Sample.Published();

        Assert.Equal(100, sample.Count);
        Assert.Equal(rows.Select(row => row[0]), sample.X);
        Assert.Equal(rows.Select(row => row[1]), sample.Noise);
        Assert.Equal(rows.Select(row => row[2]), sample.YTrue);
        Assert.Equal(rows.Select(row => row[3]), sample.Y);
    }

    [Fact]
    public void Any_sample_is_sorted_on_the_unit_interval_and_y_is_curve_plus_noise() =>
        Prop.ForAll<uint, byte>((seed, size) =>
        {
            var sample = Sample.Draw(size + 1, 0.25, seed);

            Assert.Equal(size + 1, sample.Count);
            Assert.Equal(sample.X.Order(), sample.X);
            Assert.All(sample.X, x => Assert.InRange(x, 0, 1));
            Assert.Equal(sample.X.Select(Sample.Curve), sample.YTrue);
            Assert.Equal(sample.YTrue.Zip(sample.Noise, (curve, e) => curve + e), sample.Y);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_gives_the_same_sample_and_another_seed_another()
    {
        Assert.Equal(Sample.Draw(seed: 7).Y, Sample.Draw(seed: 7).Y);
        Assert.NotEqual(Sample.Draw(seed: 7).Y, Sample.Draw(seed: 8).Y);
    }

    [Fact]
    public void Without_noise_y_is_the_curve() => Assert.Equal(Sample.Draw(noise: 0).YTrue, Sample.Draw(noise: 0).Y);

    [Fact]
    public void Noise_is_a_standard_deviation()
    {
        var noise = Sample.Draw(n: 100_000, noise: 0.1).Noise;
        Assert.Equal(0.0, noise.Average(), 0.002);
        Assert.Equal(0.1, Math.Sqrt(noise.Average(e => e * e)), 0.001);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Fewer_points_than_one_are_refused(int n)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Draw(n));
        Assert.Contains($"n is {n}; a sample needs at least 1 point.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1, "-0.1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Noise_that_is_no_standard_deviation_is_refused(double noise, string shown)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Draw(noise: noise));
        var message = $"noise is {shown}; a standard deviation must be a finite number, 0 or more.";
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_out_of_range_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Draw(seed: -1));
        Assert.StartsWith("The seed is -1", error.Message, StringComparison.Ordinal);
    }
}
