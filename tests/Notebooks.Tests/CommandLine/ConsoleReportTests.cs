using System.Text;
using Notebooks.CommandLine;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Checking;
using Notebooks.Sessions.Messages;

namespace Notebooks.Tests.CommandLine;

public sealed class ConsoleReportTests : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter problems = new() { NewLine = "\n" };

    public void Dispose()
    {
        output.Dispose();
        problems.Dispose();
    }

    [Fact]
    public void Without_a_terminal_there_is_a_plain_line_for_each_notebook_and_a_summary()
    {
        var report = new ConsoleReport(output, problems, null);

        report.CellStarted(Notebook("a.ipynb"), 1, 2);
        report.Finished(Executed("a.ipynb"), []);
        report.Finished(Executed("b.ipynb"), []);
        report.Summary();

        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.Matches(@"^a\.ipynb +2 cells +1\.5 s  ok$", lines[0]);
        Assert.Matches(@"^b\.ipynb +2 cells +1\.5 s  ok$", lines[1]);
        Assert.Matches(@"^2 notebooks, 4 cells, \d+\.\d s: all well$", lines[2]);
        Assert.DoesNotContain('\r', output.ToString());
        Assert.False(report.HasFailures);
        Assert.Empty(problems.ToString());
    }

    [Fact]
    public void On_a_terminal_one_line_shows_notebook_cell_and_seconds_and_makes_room_for_results()
    {
        var notebook = Notebook("a.ipynb");
        var report = new ConsoleReport(output, problems, 60);

        report.CellStarted(notebook, 1, 30);
        report.CellStarted(notebook, 2, 30);
        Assert.Matches(@"\r\d+\.\d s  a\.ipynb: cell 2 of 30$", output.ToString());

        report.NotebookFinished(notebook);
        report.Finished(Executed("a.ipynb"), []);
        Assert.Matches(@"\r +\r+a\.ipynb +2 cells +1\.5 s  ok\n\r*$", output.ToString());
    }

    [Fact]
    public void The_line_never_breaks_on_a_narrow_terminal()
    {
        var report = new ConsoleReport(output, problems, 20);

        report.CellStarted(Notebook("a-notebook-with-a-long-name.ipynb"), 1, 30);

        Assert.All(output.ToString().Split('\r'), part => Assert.True(part.Length < 20, part));
    }

    [Fact]
    public void A_failure_goes_to_the_problems_with_its_place_and_traceback()
    {
        var report = new ConsoleReport(output, problems, null);
        var error = new CellError("E", "why", ["E: why", "at the cell", "  2 | x"]);

        report.Finished(Executed("a.ipynb") with { Failure = new CellFailure(2, error), NativeOutput = ["warning"] }, []);
        report.Summary();

        Assert.Equal(
            "a.ipynb (native output): warning\na.ipynb, cell 2: E: why\n    at the cell\n      2 | x\n",
            problems.ToString());
        Assert.EndsWith(": a.ipynb FAILED at cell 2\n", output.ToString(), StringComparison.Ordinal);
        Assert.True(report.HasFailures);
    }

    [Fact]
    public void Drifts_go_to_the_problems_with_expected_and_found()
    {
        var report = new ConsoleReport(output, problems, null);

        report.Finished(Executed("a.ipynb"), [new Drift("a.ipynb", 3, "1", "2"), new Drift("a.ipynb", 3, "3", "4")]);

        Assert.Contains("DRIFTED in cell 3\n", output.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("a.ipynb, cell 3:\n    expected: 1\n    found:    2\n", problems.ToString(), StringComparison.Ordinal);
    }

    private static NotebookDocument Notebook(string name) =>
        NotebookDocument.Parse(Encoding.UTF8.GetBytes("{\"nbformat\": 4, \"cells\": []}"), name);

    private static ExecutedNotebook Executed(string name) => new(Notebook(name), 2, null, TimeSpan.FromSeconds(1.5), []);
}
