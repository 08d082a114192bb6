using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Documents;

namespace Book.Tests.Cells;

/// <summary>The lines of a figure's moments, as they are drawn: a corner more or less on a straight line makes another text.</summary>
internal static partial class DrawnPaths
{
    // Pixels: corners are written with one decimal, each from the one before.
    private const double Near = 0.5;

    /// <summary>A line for each path that another cell's figures draw elsewhere.</summary>
    public static IEnumerable<string> Compare(NotebookCell expected, NotebookCell found)
    {
        var (ours, theirs) = (Of(expected), Of(found));
        return ours.Count != theirs.Count
            ? [$"expected {ours.Count} pieces of figures, found {theirs.Count}"]
            : ours.Zip(theirs).Where(pair => !IsNear(pair.First, pair.Second))
                .Select(pair => $"expected the piece {pair.First}, found {pair.Second}");
    }

    private static List<string> Of(NotebookCell cell) =>
    [
        .. cell.Outputs.Select(output => output!["data"]?["text/html"]?.GetValue<string>() ?? "")
            .SelectMany(html => Data().Matches(html))
            .SelectMany(data => Whole(JsonNode.Parse(data.Groups["json"].Value)!["pieces"]?.AsArray() ?? [])),
    ];

    /// <summary>The pieces as figure.js reads them: each whole, or the middle in which it is not as an earlier one.</summary>
    private static List<string> Whole(JsonArray pieces)
    {
        var whole = new List<string>();
        foreach (var piece in pieces)
            whole.Add(piece is JsonArray change ? Changed(whole[(int)change[0]!], change) : (string)piece!);
        return whole;
    }

    private static string Changed(string like, JsonArray change) =>
        like[..(int)change[1]!] + (string)change[2]! + like[^(int)change[3]!..];

    private static bool IsNear(string one, string other) => one == other
        || (Path().IsMatch(one) && Path().IsMatch(other) && Lines(one) is var ours && Lines(other) is var theirs
            && ours.Count == theirs.Count && ours.Zip(theirs).All(lines => AreNear(lines.First, lines.Second)));

    private static bool AreNear(List<(double X, double Y)> one, List<(double X, double Y)> other) =>
        one.TrueForAll(corner => Distance(corner, other) < Near) && other.TrueForAll(corner => Distance(corner, one) < Near);

    /// <summary>The corners of each line of a path such as <c>'M15 200.4l333.9 29.7m0 8l4-1'/&gt;</c>: each from the one before.</summary>
    private static List<List<(double X, double Y)>> Lines(string path)
    {
        List<List<(double X, double Y)>> lines = [];
        (double X, double Y) at = default;
        foreach (Match part in Part().Matches(path))
        {
            if (part.Value[0] != 'l')
                lines.Add([]);
            double[] steps = [.. Number().Matches(part.Value).Select(step => double.Parse(step.Value, CultureInfo.InvariantCulture))];
            for (var i = 0; i + 1 < steps.Length; i += 2)
                lines[^1].Add(at = (at.X + steps[i], at.Y + steps[i + 1]));
        }

        return lines;
    }

    private static double Distance((double X, double Y) point, List<(double X, double Y)> line) => line.Count == 1
        ? Math.Sqrt(Square(point, line[0]))
        : Math.Sqrt(line.Zip(line.Skip(1)).Min(side => ToSide(point, side.First, side.Second)));

    private static double ToSide((double X, double Y) point, (double X, double Y) from, (double X, double Y) to)
    {
        var length = Square(from, to);
        var along = ((point.X - from.X) * (to.X - from.X)) + ((point.Y - from.Y) * (to.Y - from.Y));
        var share = length == 0 ? 0 : Math.Clamp(along / length, 0, 1);
        return Square(point, (from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))));
    }

    private static double Square((double X, double Y) a, (double X, double Y) b) =>
        ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y));

    [GeneratedRegex("<script type=\"application/json\">(?<json>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex(@"^'M[-\d. ]+([lm][-\d. ]+)*'/>$")]
    private static partial Regex Path();

    [GeneratedRegex(@"[Mlm][-\d. ]+")]
    private static partial Regex Part();

    [GeneratedRegex(@"-?(\d+\.?\d*|\.\d+)")]
    private static partial Regex Number();
}
