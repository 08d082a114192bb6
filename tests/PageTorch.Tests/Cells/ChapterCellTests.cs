using System.Text.Json.Nodes;
using Engine.Tests.Chapter;
using Notebooks.Documents;
using Notebooks.Running.Checking;
using Testing;

namespace PageTorch.Tests.Cells;

/// <summary>The cells and solutions of the notebooks that run in a page, over PageTorch, against what is committed.</summary>
public class ChapterCellTests
{
    private const string Library = "../src/NeuralNets/bin/NeuralNets.dll";

    public static TheoryData<string> Names =>
    [
        .. ChapterNotebook.Names.Where(name => name[..2] is "01" or "02" or "03" or "04" or "05" or "09"),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cells_and_solutions_print_what_they_print_with_TorchSharp(string name)
    {
        var notebook = ChapterNotebook.Load(name);
        var cells = notebook.CodeCells.Where(cell => cell.IsExecuted).ToList();
        var executed = await Rerun.ExecuteAsync(
            notebook.Document, [.. cells.Select((cell, i) => OverPage(cell, i)), .. Rerun.Cells(notebook.Solutions)], fast: false);

        var differences = cells.Zip(executed.Cells).SelectMany(pair => Printed(pair.First, pair.Second))
            .Concat(notebook.Solutions.Zip(executed.Cells.Skip(cells.Count)).SelectMany(pair => Printed(pair.First, pair.Second)));
        ChapterNotebook.AssertNone(differences);
    }

    private static JsonObject OverPage(NotebookCell cell, int number)
    {
        var copy = Rerun.Copy(cell, $"cell-{number}");
        Assert.Equal(number == 0, cell.Source.Contains(Library, StringComparison.Ordinal));
        copy["source"] = cell.Source.Replace(Library, PageLibrary, StringComparison.Ordinal);
        return copy;
    }

    private static string PageLibrary =>
        Path.Combine(WorkingCopy.Root, "tests", "PageTorch.Library", "bin", Configuration, "NeuralNets.dll");

    private static string Configuration => AppContext.BaseDirectory.Contains("Debug", StringComparison.Ordinal) ? "Debug" : "Release";

    /// <summary>What a cell writes and the plain text of its values; figures have their title there.</summary>
    private static IEnumerable<string> Printed(NotebookCell committed, NotebookCell executed) =>
        TextComparison.Compare(Solution.Shown(committed), Solution.Shown(executed), Tolerance.Of(committed, committed.Id!))
            .Select(difference => $"cell {committed.Id}: expected {difference.Expected}, found {difference.Found}");

    private static IEnumerable<string> Printed(Solution solution, NotebookCell executed) =>
        TextComparison.Compare(solution.Printed, Solution.Shown(executed), solution.Tolerance).Select(difference =>
            $"the solution that begins '{solution.Code.Split('\n')[0]}': expected {difference.Expected}, found {difference.Found}");
}
