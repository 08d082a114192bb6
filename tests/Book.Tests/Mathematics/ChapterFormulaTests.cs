using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Notebooks.Book.Mathematics;
using Notebooks.Book.Prose;
using Notebooks.Documents;
using Testing;

namespace Book.Tests.Mathematics;

public class ChapterFormulaTests
{
    public static TheoryData<string> Notebooks { get; } = [.. WorkingCopy.Notebooks.Select(static path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_formula_of_the_chapter_can_be_set(string notebook)
    {
        var cells = NotebookDocument.Load(Path.Combine(WorkingCopy.NotebooksFolder, notebook)).Cells.Where(cell => cell.Type == "markdown");
        Assert.All(cells.SelectMany(cell => Formulas(cell.Source)), tex =>
            Assert.StartsWith("<math>", Formula.ToMathML(tex, display: false), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Formulas(string markdown) =>
        MarkdownReader.Parse(markdown).Descendants().Select(static part => part switch
    {
        MathInline math => math.Content.ToString(),
        MathBlock math => math.Lines.ToString(),
        _ => null,
    }).OfType<string>();
}
