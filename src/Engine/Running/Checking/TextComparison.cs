using System.Text.RegularExpressions;

namespace Notebooks.Running.Checking;

/// <summary>
/// Compares text line by line: the words must be the same, the numbers may differ as the tolerance says. Width does not count,
/// since a number that changes its last digit may change its length.
/// </summary>
internal static partial class TextComparison
{
    private const string Placeholder = "\u0000";

    /// <summary>The lines that differ.</summary>
    public static IEnumerable<Difference> Compare(string expected, string found, Tolerance tolerance)
    {
        var expectedLines = Lines(expected);
        var foundLines = Lines(found);
        for (var i = 0; i < Math.Max(expectedLines.Length, foundLines.Length); i++)
        {
            var one = i < expectedLines.Length ? expectedLines[i] : null;
            var other = i < foundLines.Length ? foundLines[i] : null;
            if (one is null || other is null || !IsSame(one, other, tolerance))
                yield return new Difference(one ?? Difference.Nothing, other ?? Difference.Nothing);
        }
    }

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : [.. text.TrimEnd().Split('\n').Select(line => Blanks().Replace(line, " ").Trim())];

    private static bool IsSame(string expected, string found, Tolerance tolerance)
    {
        if (expected == found)
            return true;
        if (Words(expected, tolerance) != Words(found, tolerance))
            return false;
        return tolerance.Timing || Numbers(expected).Zip(Numbers(found)).All(pair => tolerance.Accepts(pair.First, pair.Second));
    }

    // Columns are padded by the width of their numbers, so blanks beside a number say nothing.
    private static string Words(string line, Tolerance tolerance) =>
        PaddedPlaceholder().Replace(
            (tolerance.Timing ? Duration() : Number()).Replace(WallTime().Replace(line, "$1"), Placeholder),
            Placeholder);

    private static IEnumerable<string> Numbers(string line) =>
        Number().Matches(WallTime().Replace(line, "$1")).Select(match => match.Value);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(" ?\0 ?")]
    private static partial Regex PaddedPlaceholder();

    // A sign belongs to the number unless something stands right before it, as in 03-05 or x-1.
    [GeneratedRegex(@"(?:(?<![\w.)\]])[-+−])?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:(?<![\w.)\]])[-+−])?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?(?:\s?(?:ns|µs|μs|us|ms|s|min|h)\b)?")]
    private static partial Regex Duration();

    // What the magic command #!time prints is a timing whatever the metadata says.
    [GeneratedRegex(@"(Wall time:) \S+")]
    private static partial Regex WallTime();
}
