using Notebooks.Documents;
using Notebooks.Running.Checking;
using Testing;

namespace Engine.Tests.Chapter;

/// <summary>The chapter's notebooks as a reader works with them: cells run twice, exercises solved.</summary>
public class RerunTests
{
    public static TheoryData<string> Names => [.. ChapterNotebook.Names];

    // That a run from the start gives the committed outputs is what `check` proves. A long notebook is run in its short form, on
    // which hangs what its solutions print: SolutionTests looks at that.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_cell_run_twice_gives_the_same_outputs_twice_and_every_solution_prints_what_it_says(string name)
    {
        var notebook = ChapterNotebook.Load(name);
        Assert.SkipWhen(notebook.IsLong != LongNotebooks.AreAsked, LongNotebooks.LeftOut);
        var twice = notebook.CodeCells.SelectMany((cell, i) =>
            new[] { Rerun.Copy(cell, $"cell-{i}"), Rerun.Copy(cell, $"cell-{i}-again") });
        var executed = await Rerun.ExecuteAsync(notebook.Document, [.. twice, .. Rerun.Cells(notebook.Solutions)], notebook.IsLong);

        for (var i = 0; i < notebook.CodeCells.Count; i++)
            AssertSame(executed.Cells[2 * i], executed.Cells[(2 * i) + 1]);
        if (!notebook.IsLong)
            SolutionTests.AssertPrinted(notebook.Solutions, [.. executed.Cells.TakeLast(notebook.Solutions.Count)]);
    }

    private static void AssertSame(NotebookCell once, NotebookCell again)
    {
        var first = once.Source.Split('\n')[0];
        var difference = OutputComparison.Compare(once.Outputs, again.Outputs, Tolerance.Of(once, first)).FirstOrDefault();
        Assert.True(difference is null, $"The cell that begins '{first}' gave first {difference?.Expected}, then {difference?.Found}");
    }
}
