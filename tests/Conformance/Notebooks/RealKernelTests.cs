using Conformance.RealKernel;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Checking;
using Notebooks.Running.Parameters;

namespace Conformance.Notebooks;

/// <summary>
/// The chapter in Microsoft's kernel gives what is committed: every number, text and figure, nothing more, in the same
/// order. The long notebooks run with <c>fast=true</c> and are held against our own kernel's run of the same; whole,
/// as the others, where the variable <c>NOTEBOOKS_WHOLE</c> asks for it.
/// </summary>
public sealed class RealKernelTests(Kernels kernels)
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("NOTEBOOKS_WHOLE") is { Length: > 0 };

    [Theory]
    [InlineData("01")]
    [InlineData("02")]
    [InlineData("03")]
    [InlineData("04")]
    [InlineData("05")]
    public Task A_notebook_gives_its_committed_outputs(string number)
    {
        var notebook = Chapter.Load(number);
        return ExecuteAndHoldAsync(notebook, notebook);
    }

    [Theory]
    [InlineData("06")]
    [InlineData("07")]
    [InlineData("08")]
    [InlineData("10")]
    public async Task A_long_notebook_gives_the_outputs_of_our_kernel(string number)
    {
        kernels.Require();
        var notebook = Chapter.Load(number);
        if (IsWhole)
        {
            await ExecuteAndHoldAsync(notebook, notebook);
            return;
        }

        Assert.Empty(ParameterInjection.Apply([notebook], ["fast=true"]));
        var ours = await kernels.ExecuteAsync(Kernels.Ours, notebook);
        Assert.True(ours.End == "ok", $"{notebook.FileName} ended with {ours.End} in our kernel\n{ours.Printed}");
        await ExecuteAndHoldAsync(notebook, ours.Document);
    }

    private async Task ExecuteAndHoldAsync(NotebookDocument notebook, NotebookDocument expected)
    {
        var run = await kernels.ExecuteAsync(Kernels.Real, notebook);

        TestContext.Current.TestOutputHelper?.WriteLine(
            FormattableString.Invariant($"{notebook.FileName} in Microsoft's kernel: {run.Seconds:0.0} s"));
        Assert.True(run.End == "ok", $"{notebook.FileName} ended with {run.End}\n{run.Printed}");
        Addition.TakeAwayAll(run.Document);
        if (expected != notebook)
            PlainText.TakeAway(expected, run.Document);
        var drifts = NotebookComparison.Compare(expected, new ExecutedNotebook(run.Document, 0, null, TimeSpan.Zero, []))
            .Select(drift => $"{drift.Notebook}, cell {drift.Cell}: expected {drift.Expected}, found {drift.Found}");
        var problems = drifts.Concat(RealKernelOutputs.Problems(expected, run)).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
