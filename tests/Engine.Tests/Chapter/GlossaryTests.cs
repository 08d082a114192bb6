using System.Text.RegularExpressions;
using Notebooks.Documents;
using Testing;

namespace Engine.Tests.Chapter;

public partial class GlossaryTests
{
    public static TheoryData<string, string> Entries =>
        [.. Entry().Matches(File.ReadAllText(Path.Combine(WorkingCopy.NotebooksFolder, "glossary.md")))
            .Select(entry => (entry.Groups["term"].Value, entry.Groups["notebook"].Value))];

    [Fact]
    public void The_glossary_has_the_terms_of_every_notebook()
    {
        var explained = Entries.Select(entry => entry.Data.Item2).ToHashSet();
        Assert.All(Directory.GetFiles(WorkingCopy.NotebooksFolder, "0[1-5]-*.ipynb"), path =>
            Assert.Contains(Path.GetFileName(path)[..2], explained));
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_term_is_in_bold_in_the_notebook_that_the_glossary_names(string term, string notebook)
    {
        var document = NotebookDocument.Load(Assert.Single(Directory.GetFiles(WorkingCopy.NotebooksFolder, $"{notebook}-*.ipynb")));
        var bold = document.Cells.Where(cell => !cell.IsCode).SelectMany(cell => Bold().Matches(cell.Source))
            .Select(match => match.Groups[1].Value);
        Assert.Contains(bold, text =>
            text.Contains(term, StringComparison.OrdinalIgnoreCase) || term.StartsWith(text, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^- \*\*(?<term>[^*]+)\*\* \(\[(?<notebook>\d\d)\]\(\k<notebook>-[\w-]+\.ipynb#[\w-]+\)\): ", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\*\*(.+?)\*\*", RegexOptions.Singleline)]
    private static partial Regex Bold();
}
