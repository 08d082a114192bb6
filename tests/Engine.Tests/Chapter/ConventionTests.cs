using System.Text.RegularExpressions;

namespace Engine.Tests.Chapter;

/// <summary>How every notebook of the chapter is written: cells that fit on a page, and the same closing sections.</summary>
public partial class ConventionTests
{
    private const int MostLines = 14;
    private const int WidestLine = 100;

    private static readonly string[] Closing = ["Summary", "Questions", "Exercises", "Further reading"];
    private static readonly string[] Kinds = ["Predict", "Explain", "Find the fault", "Write"];

    public static TheoryData<string> Names => [.. ChapterNotebook.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cell_and_a_solution_have_few_lines_and_short_ones(string name)
    {
        var notebook = ChapterNotebook.Load(name);
        var code = notebook.CodeCells.Select(cell => cell.Source).Concat(notebook.Solutions.Select(solution => solution.Code));
        ChapterNotebook.AssertNone(code.Select(source => source.Split('\n')).SelectMany(TooLarge));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_ends_with_summary_questions_exercises_and_further_reading(string name)
    {
        var headings = ChapterNotebook.Load(name).Sections.Select(section => section.Heading).ToList();
        Assert.Equal(Closing, headings.TakeLast(Closing.Length));
        Assert.DoesNotContain("Glossary", headings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_asks_ten_questions_and_answers_each_in_a_line(string name)
    {
        var (_, questions) = ChapterNotebook.Load(name).Section("Questions");
        var parts = questions.Split("\n\n<details><summary>Answers</summary>\n\n");
        Assert.True(parts.Length == 2, $"one <details><summary>Answers</summary> between blank lines, not {parts.Length - 1}");
        AssertNumbered(Question().Matches(parts[0]), "questions");
        AssertNumbered(Question().Matches(parts[1].Split("\n\n</details>")[0]), "answers");
        Assert.All(Question().Matches(parts[0]), question =>
            Assert.True(question.Groups["text"].Value.Contains('?', StringComparison.Ordinal), $"'{question.Value}' asks nothing"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_at_least_five_exercises_of_all_four_kinds_each_with_a_solution(string name)
    {
        var (_, exercises) = ChapterNotebook.Load(name).Section("Exercises");
        var headings = Exercise().Matches(exercises);
        Assert.True(headings.Count >= 5, $"{headings.Count} exercises that begin as **3. Fall off.** *Find the fault.*");
        Assert.Equal(Enumerable.Range(1, headings.Count), headings.Select(exercise => Number(exercise)));
        Assert.Equal(Kinds.Order(), headings.Select(exercise => exercise.Groups["kind"].Value).Distinct().Order());
        var texts = headings.Select((exercise, i) =>
            exercises[exercise.Index..(i + 1 < headings.Count ? headings[i + 1].Index : exercises.Length)]);
        Assert.All(texts, text => Assert.True(
            text.Split("\n\n<details><summary>Solution</summary>\n\n").Length == 2 && text.Split("\n\n</details>").Length == 2,
            $"'{text.Split('\n')[0]}' has not one <details><summary>Solution</summary> between blank lines"));
        Assert.True(texts.Count(text => text.Contains("```csharp\n", StringComparison.Ordinal)) >= 4, "four solutions have code");
    }

    // A list of at least five, so that a reader sees where a method comes from and where else it is explained.
    [Theory]
    [MemberData(nameof(Names))]
    public void Its_further_reading_is_a_list_of_links_each_once(string name)
    {
        var (_, reading) = ChapterNotebook.Load(name).Section("Further reading");
        var links = Link().Matches(reading).Select(link => link.Groups["url"].Value).ToList();
        Assert.True(links.Count >= 5, $"{links.Count} links");
        Assert.Equal(links.Distinct(), links);
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.All(reading.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)), line => Assert.Matches(Link(), line));
    }

    private static IEnumerable<string> TooLarge(string[] lines)
    {
        if (lines.Length > MostLines)
            yield return $"{lines.Length} lines, where {MostLines} are allowed, in the code that begins '{lines[0]}'";
        foreach (var line in lines.Where(line => line.Length > WidestLine))
            yield return $"{line.Length} characters, where {WidestLine} are allowed: '{line.Trim()}'";
    }

    private static void AssertNumbered(MatchCollection found, string what) =>
        Assert.True(
            found.Select(Number).SequenceEqual(Enumerable.Range(1, 10)),
            $"{what} are numbered {string.Join(", ", found.Select(Number))}, not from 1 to 10");

    private static int Number(Match match) => int.Parse(match.Groups["number"].Value, null);

    [GeneratedRegex(@"^(?<number>\d+)\. (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex(@"^\*\*(?<number>\d+)\. [^*\n]+\*\* \*(?<kind>[^*\n.]+)\.\*", RegexOptions.Multiline)]
    private static partial Regex Exercise();

    [GeneratedRegex(@"\]\((?<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")]
    private static partial Regex Link();
}
