using Notebooks.Documents;
using Notebooks.Running.Checking;
using Testing;

namespace Engine.Tests.Chapter;

/// <summary>
/// What the page says that a solution prints is what it prints. After a change: set UPDATE_SNAPSHOTS=1, run these tests, which
/// then write it into the notebooks, and read the changed files with git diff.
/// </summary>
public class SolutionTests
{
    private static readonly bool Updates = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    public static TheoryData<string> Names => [.. ChapterNotebook.Names];

    // Each cell once, in the whole form.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_solution_prints_what_stands_under_it(string name)
    {
        var notebook = ChapterNotebook.Load(name);
        if (!Updates && !(LongNotebooks.AreAsked && notebook.IsLong))
            Assert.Skip(LongNotebooks.LeftOut);
        var cells = notebook.CodeCells.Select((cell, i) => Rerun.Copy(cell, $"cell-{i}"));
        var executed = await Rerun.ExecuteAsync(notebook.Document, [.. cells, .. Rerun.Cells(notebook.Solutions)], fast: false);
        var solved = executed.Cells.TakeLast(notebook.Solutions.Count).ToList();
        if (Updates)
        {
            notebook.Write([.. solved.Select(Solution.Shown)]);
            notebook.Document.Save(notebook.Document.Name);
        }

        AssertPrinted(notebook.Solutions, solved);
    }

    internal static void AssertPrinted(IReadOnlyList<Solution> solutions, IReadOnlyList<NotebookCell> executed)
    {
        var differences = solutions.Zip(executed).SelectMany(pair =>
            TextComparison.Compare(pair.First.Printed, Solution.Shown(pair.Second), pair.First.Tolerance).Select(difference =>
                $"the solution that begins '{pair.First.Code.Split('\n')[0]}' is said to print "
                + $"{difference.Expected} and prints {difference.Found}"));
        ChapterNotebook.AssertNone(differences);
    }
}
