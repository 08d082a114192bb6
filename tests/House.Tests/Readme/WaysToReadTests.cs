using System.Text.RegularExpressions;

namespace House.Tests.Readme;

/// <summary>The README's table of ways to read: each row names the tests that hold it.</summary>
public sealed partial class WaysToReadTests
{
    private static readonly string[] Rows = [.. File.ReadAllText(Path.Combine(House.Repository, "README.md"))
        .Split("## Ways to read")[1].Split("\n\nVS Code itself")[0].Split('\n')
        .Where(line => line.StartsWith("| **", StringComparison.Ordinal))];

    [Fact]
    public void Each_row_names_tests_that_there_are()
    {
        Assert.Equal(6, Rows.Length);
        foreach (var row in Rows)
        {
            var tests = Link().Matches(row.TrimEnd('|', ' ').Split('|')[^1]).Select(match => match.Groups["file"].Value).ToList();
            Assert.True(tests.Count > 0, $"No test holds {row}");
            Assert.All(tests, test => Assert.Matches(@"\[(Fact|Theory)", File.ReadAllText(Path.Combine(House.Repository, test))));
        }
    }

    [GeneratedRegex(@"\]\((?<file>tests/[\w./-]+\.cs)\)")]
    private static partial Regex Link();
}
