using Notebooks.Book.Mathematics;
using Notebooks.Book.Prose;
using Notebooks.Documents;

namespace Notebooks.Tests.Book;

public class ChapterFormulaTests
{
    public static TheoryData<string> Notebooks { get; } = [.. Directory.GetFiles(Folder(), "*.ipynb").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_formula_of_the_chapter_can_be_set(string notebook)
    {
        var cells = NotebookDocument.Load(Path.Combine(Folder(), notebook)).Cells.Where(cell => cell.Type == "markdown");
        Assert.All(cells.SelectMany(cell => MarkdownReader.Formulas(cell.Source)), tex => Assert.StartsWith("<math>", Formula.ToMathML(tex, display: false), StringComparison.Ordinal));
    }

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Notebooks.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "notebooks");
    }
}
