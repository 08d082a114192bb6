namespace Notebooks.Comparing;

/// <summary>Two texts, line by line: what was taken out, what was put in, what stayed.</summary>
internal static class LineDifference
{
    // A table of lines by lines: beyond this, what stands between the equal ends counts as replaced.
    private const int LargestTable = 4_000_000;

    /// <summary>The lines with a mark before each: <c>-</c> only in the first, <c>+</c> only in the second, a blank in both.</summary>
    public static IReadOnlyList<string> Of(string first, string second)
    {
        var (a, b) = (Lines(first), Lines(second));
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        return
        [
            .. a[..start].Select(static line => $" {line}"),
            .. Middle(a[start..^end], b[start..^end]),
            .. a[^end..].Select(static line => $" {line}"),
        ];
    }

    /// <summary>How much two texts have in common, from 0 to 1.</summary>
    public static double Similarity(string first, string second)
    {
        var marks = Of(first, second);
        var same = marks.Count(static line => line[0] == ' ');
        return marks.Count == 0 ? 1 : 2.0 * same / (marks.Count + same);
    }

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static IEnumerable<string> Middle(string[] a, string[] b)
    {
        if ((long)a.Length * b.Length > LargestTable)
            return [.. a.Select(static line => $"-{line}"), .. b.Select(static line => $"+{line}")];

        // common[i, j]: how many lines the rests from i and from j have in common, in their order.
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return Walk(a, b, common);
    }

    private static IEnumerable<string> Walk(string[] a, string[] b, int[,] common)
    {
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                yield return $" {a[i++]}";
                j++;
            }
            else if (j == b.Length || i < a.Length && common[i + 1, j] >= common[i, j + 1])
            {
                yield return $"-{a[i++]}";
            }
            else
            {
                yield return $"+{b[j++]}";
            }
        }
    }
}
