using System.Globalization;
using System.Text.RegularExpressions;
using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

/// <summary>Paths as a browser reads them, by a reader of their own.</summary>
public partial class PathDataTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_line_comes_within_a_fifth_of_a_pixel_of_every_point_and_begins_and_ends_where_it_should(int seed)
    {
        var random = new Random(seed);
        (double X, double Y)[] points =
            [.. Enumerable.Range(0, 300).Select(i => (i * 1.37, 100 + (40 * Math.Sin(i / 9.0)) + (seed * random.NextDouble())))];
        var path = new PathData();
        foreach (var (x, y) in points)
            path.LineTo(x, y);
        var line = Assert.Single(Read(path.ToString()));
        Assert.All(points, point => Assert.InRange(line.Zip(line.Skip(1)).Min(part => Distance(point, part.First, part.Second)), 0, 0.2));
        Assert.InRange(Distance(line[0], points[0], points[0]), 0, 0.08);
        Assert.InRange(Distance(line[^1], points[^1], points[^1]), 0, 0.08);
    }

    [Fact]
    public void Points_on_a_straight_line_are_not_written()
    {
        var path = new PathData();
        for (var i = 0; i <= 200; i++)
            path.LineTo(i, 2 * i);
        Assert.Equal("M0 0l200 400", path.ToString());
    }

    [Fact]
    public void Dots_gaps_and_outlines_are_where_they_were_said_to_be_however_they_follow_each_other()
    {
        var path = new PathData();
        path.Outline((10, 10.5), (20, 10.5), (20, 0.25));
        path.Dot(3, -0.4);
        path.LineTo(1, 1);
        path.LineTo(double.NaN, 1);
        path.LineTo(-7.5, 1);
        path.LineTo(-7.5, 2.5);
        path.Break();
        path.Dot(0.3, 0.3);
        (double X, double Y)[][] expected =
        [
            [(10, 10.5), (20, 10.5), (20, 0.2), (10, 10.5)], [(3, -0.4), (3, -0.4)], [(1, 1)], [(-7.5, 1), (-7.5, 2.5)],
            [(0.3, 0.3), (0.3, 0.3)],
        ];
        Assert.Equal(expected, Read(path.ToString()).Select(line => line.Select(p => (Math.Round(p.X, 6), Math.Round(p.Y, 6))).ToArray()));
    }

    /// <summary>The lines of a path of the commands M, m, l, h and Z, as the specification of SVG reads them.</summary>
    private static List<List<(double X, double Y)>> Read(string path)
    {
        var (lines, at) = (new List<List<(double X, double Y)>>(), (X: 0.0, Y: 0.0));
        foreach (Match command in Command().Matches(path))
        {
            double[] numbers =
                [.. Number().Matches(command.Groups[2].Value).Select(n => double.Parse(n.Value, CultureInfo.InvariantCulture))];
            var letter = command.Groups[1].Value[0];
            if (letter == 'Z')
                lines[^1].Add(at = lines[^1][0]);
            if (letter == 'h')
                lines[^1].Add(at = (at.X + numbers[0], at.Y));
            for (var i = 0; i + 1 < numbers.Length; i += 2)
            {
                at = letter == 'M' ? (numbers[i], numbers[i + 1]) : (at.X + numbers[i], at.Y + numbers[i + 1]);
                if (i == 0 && (letter is 'M' or 'm'))
                    lines.Add([]);
                lines[^1].Add(at);
            }
        }

        return lines;
    }

    private static double Distance((double X, double Y) point, (double X, double Y) from, (double X, double Y) to)
    {
        var squared = Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2);
        var along = squared == 0 ? 0 : (((point.X - from.X) * (to.X - from.X)) + ((point.Y - from.Y) * (to.Y - from.Y))) / squared;
        along = Math.Clamp(along, 0, 1);
        return double.Hypot(point.X - from.X - (along * (to.X - from.X)), point.Y - from.Y - (along * (to.Y - from.Y)));
    }

    [GeneratedRegex("([MmlhZ])([^MmlhZ]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"-?(\d+(\.\d+)?|\.\d+)")]
    private static partial Regex Number();
}
