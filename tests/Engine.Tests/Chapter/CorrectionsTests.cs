using System.Text.RegularExpressions;
using Testing;

namespace Engine.Tests.Chapter;

/// <summary>The list of what was corrected leads to places where a note says it.</summary>
public partial class CorrectionsTests
{
    private static readonly string List = File.ReadAllText(Path.Combine(WorkingCopy.NotebooksFolder, "corrections.md"));

    public static TheoryData<string> Names => [.. ChapterNotebook.Names];

    public static TheoryData<string, string> Places =>
        [.. Row().Matches(List).SelectMany(row => Place().Matches(row.Value)
            .Select(place => (place.Groups["file"].Value, place.Groups["anchor"].Value))).Distinct()];

    [Fact]
    public void Every_row_names_a_place() => Assert.All(Row().Matches(List), row => Assert.Matches(Place(), row.Value));

    [Fact]
    public void It_begins_with_the_original_and_its_author()
    {
        var beginning = List[..List.IndexOf("\n|", StringComparison.Ordinal)];
        Assert.Contains("Matteo Courthoud", beginning, StringComparison.Ordinal);
        Assert.Contains("github.com/matteocourthoud/Machine-Learning-for-Economic-Analysis", beginning, StringComparison.Ordinal);
        Assert.Contains("9 March 2022", beginning, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_place_has_a_note_that_says_what_was_published_or_corrected(string file, string anchor) =>
        Assert.Matches(Note(), ChapterNotebook.Load(file).SectionAt(anchor));

    // The other way round: a note that corrects is in the list.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_section_that_corrects_something_is_in_the_list(string name)
    {
        var notebook = ChapterNotebook.Load(name);
        var listed = Place().Matches(List).Where(place => place.Groups["file"].Value == name)
            .Select(place => notebook.SectionAt(place.Groups["anchor"].Value)).ToList();
        var corrections = notebook.Prose.SelectMany(text => Correction().Matches(text)).Select(note => note.Value);
        Assert.All(corrections, note => Assert.Contains(listed, section => section.Contains(note, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\| (?!where)[^-].*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?<number>\d\d)\]\((?<file>\k<number>-[\w-]+\.ipynb)#(?<anchor>[\w-]+)\)")]
    private static partial Regex Place();

    [GeneratedRegex(@"^> \*\*(?:Corrected|Published)\b", RegexOptions.Multiline)]
    private static partial Regex Note();

    [GeneratedRegex(@"^> \*\*Corrected\b.*$", RegexOptions.Multiline)]
    private static partial Regex Correction();
}
