using System.Globalization;
using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

public class ChartsPaletteTests
{
    [Fact]
    public void Every_colour_has_a_contrast_of_at_least_four_and_a_half_on_its_page()
    {
        foreach (var colour in Palette.Light.Append(Palette.Text.Light).Append(Palette.Quiet.Light))
            Assert.True(Contrast(colour, Palette.Page.Light) >= 4.5, $"{colour} has {Contrast(colour, Palette.Page.Light):F2} on light");
        foreach (var colour in Palette.Dark.Append(Palette.Text.Dark).Append(Palette.Quiet.Dark))
            Assert.True(Contrast(colour, Palette.Page.Dark) >= 4.5, $"{colour} has {Contrast(colour, Palette.Page.Dark):F2} on dark");
    }

    /// <summary>Distances as a reader sees them who lacks one kind of cone (Machado, Oliveira and Fernandes, 2009, severity 1).</summary>
    [Theory]
    [InlineData("normal", new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 })]
    [InlineData("protanopia", new[] { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 })]
    [InlineData("deuteranopia", new[] { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 })]
    public void The_first_four_colours_can_be_told_apart_by_all_eyes(string eyes, double[] cones)
    {
        foreach (var palette in new[] { Palette.Light, Palette.Dark })
        {
            var colours = palette.Take(4).Select(c => Lab(Seen(c, cones))).ToArray();
            var nearest = (from i in Enumerable.Range(0, 4)
                           from j in Enumerable.Range(0, i)
                           select (Distance(colours[i], colours[j]),
                palette[i], palette[j])).Min();
            Assert.True(nearest.Item1 >= 15, $"{eyes}: {nearest.Item2} and {nearest.Item3} are {nearest.Item1:F1} apart");
        }
    }

    private static double Contrast(string a, string b)
    {
        var (high, low) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (high + 0.05) / (low + 0.05);
    }

    private static double Luminance(string hex)
    {
        var (r, g, b) = Linear(hex);
        return (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
    }

    private static (double R, double G, double B) Linear(string hex) => (Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    private static double Channel(string hex, int at)
    {
        var c = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    private static (double R, double G, double B) Seen(string hex, double[] m)
    {
        var (r, g, b) = Linear(hex);
        return ((m[0] * r) + (m[1] * g) + (m[2] * b), (m[3] * r) + (m[4] * g) + (m[5] * b), (m[6] * r) + (m[7] * g) + (m[8] * b));
    }

    private static (double L, double A, double B) Lab((double R, double G, double B) c)
    {
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16 / 116.0);
        var x = F(((0.4124 * c.R) + (0.3576 * c.G) + (0.1805 * c.B)) / 0.9505);
        var y = F((0.2126 * c.R) + (0.7152 * c.G) + (0.0722 * c.B));
        var z = F(((0.0193 * c.R) + (0.1192 * c.G) + (0.9505 * c.B)) / 1.089);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Distance((double L, double A, double B) p, (double L, double A, double B) q)
        => Math.Sqrt(Math.Pow(p.L - q.L, 2) + Math.Pow(p.A - q.A, 2) + Math.Pow(p.B - q.B, 2));
}
