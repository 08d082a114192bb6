using System.Globalization;
using System.Text.RegularExpressions;
using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

/// <summary>Colours that stand for numbers, on light and on dark pages.</summary>
public partial class ColourScaleTests
{
    public static IEnumerable<TheoryDataRow<ColourScale, bool>> Scales =>
        from scale in Enum.GetValues<ColourScale>()
        from isDark in new[] { false, true }
        select new TheoryDataRow<ColourScale, bool>(scale, isDark);

    [Theory]
    [MemberData(nameof(Scales))]
    public void What_is_least_or_has_no_sign_has_the_colour_of_the_page(ColourScale scale, bool isDark)
    {
        var page = isDark ? Palette.Page.Dark : Palette.Page.Light;
        var (r, g, b) = ColourRamp.Of(scale).Mix(scale == ColourScale.Diverging ? 0.5 : 0, isDark);
        Assert.Equal(page, FormattableString.Invariant($"#{r:x2}{g:x2}{b:x2}"));
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Away_from_the_page_the_colour_only_grows_stronger(ColourScale scale, bool isDark)
    {
        var from = scale == ColourScale.Diverging ? 0.5 : 0;
        double[] contrasts = [.. Enumerable.Range(0, 33).Select(i => from + ((1 - from) * i / 32))
            .Select(fraction => Contrast(At(fraction), At(from)))];
        double At(double fraction) => Luminance(ColourRamp.Of(scale).Mix(fraction, isDark));
        Assert.All(contrasts.Zip(contrasts.Skip(1)), pair => Assert.True(pair.Second > pair.First - 0.001));
        Assert.True(contrasts[^1] >= 4.5, $"{contrasts[^1]:F2}");
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void A_number_is_read_on_every_colour(ColourScale scale, bool isDark)
    {
        for (var i = 0; i <= 100; i++)
        {
            var (ramp, text) = (ColourRamp.Of(scale), ColourRamp.Of(scale).TextAt(i / 100.0));
            var isBlack = text.Contains("class=\"bw\"", StringComparison.Ordinal) ? !isDark
                : text.Contains("class=\"wb\"", StringComparison.Ordinal) ? isDark : text.Contains("#000", StringComparison.Ordinal);
            var contrast = Contrast(isBlack ? 0 : 1, Luminance(ramp.Mix(i / 100.0, isDark)));
            Assert.True(contrast >= 4.4, $"{scale} at {i} %: {contrast:F2}");
        }
    }

    [Fact]
    public void Most_counts_are_zero_and_are_not_written_and_what_is_none_is_grey()
    {
        double[,] counts = { { double.NaN, 3 }, { 0, double.NaN } };
        var svg = Figure.HeatMap(counts, scale: ColourScale.Blue, format: "0").ToSvg();
        Assert.Equal(["3"], Written().Matches(svg).Select(m => m.Groups[1].Value));
        Assert.Contains("class=\"e\"", svg, StringComparison.Ordinal);
        var amounts = Figure.HeatMap(new double[,] { { 1, 3 }, { 0, 2 } }, format: "0").ToSvg();
        Assert.Equal(["1", "3", "0", "2"], Written().Matches(amounts).Select(m => m.Groups[1].Value));
        Assert.DoesNotContain("class=\"e\"", amounts, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bar_of_colours_says_what_its_ends_stand_for()
    {
        var svg = Figure.Images([new double[,] { { -0.25, 2 } }], scale: ColourScale.Diverging, name: "weight").ToSvg();
        Assert.Contains(">weight</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">−2</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">2</text>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_are_drawn_at_least_eighty_pixels_wide_by_default()
    {
        var svg = Figure.Images(Enumerable.Range(0, 16).Select(_ => new double[8, 8])).ToSvg();
        var across = double.Parse(Scaled().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(8 * across, 80, 90);
    }

    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    /// <summary>Relative luminance, from WCAG 2.</summary>
    private static double Luminance((int R, int G, int B) colour)
    {
        static double Linear(int channel) => channel <= 10 ? channel / 3294.6 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));
    }

    [GeneratedRegex("<text [^>]*fill=\"#(?:000|fff)\"[^>]*>([^<]*)</text>")]
    private static partial Regex Written();

    [GeneratedRegex(@"scale\(([\d.]+),")]
    private static partial Regex Scaled();
}
