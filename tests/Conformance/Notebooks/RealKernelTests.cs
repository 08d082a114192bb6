using Conformance.RealKernel;
using Notebooks.Running;
using Notebooks.Running.Checking;
using Testing;

namespace Conformance.Notebooks;

/// <summary>
/// The chapter in Microsoft's kernel gives what is committed: every number, text and figure, nothing more, in the same order.
/// </summary>
public sealed class RealKernelTests(Kernels kernels)
{
    public static TheoryData<string> Numbers => [.. WorkingCopy.Notebooks.Select(path => Path.GetFileName(path)[..2])];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_notebook_gives_its_committed_outputs(string number)
    {
        var notebook = Chapter.Load(number);
        Assert.SkipWhen(Chapter.IsLong(notebook) != LongNotebooks.AreAsked, LongNotebooks.LeftOut);
        var run = await kernels.ExecuteAsync(Kernels.Real, notebook);

        TestContext.Current.TestOutputHelper?.WriteLine(
            FormattableString.Invariant($"{notebook.FileName} in Microsoft's kernel: {run.Seconds:0.0} s"));
        Assert.True(run.End == "ok", $"{notebook.FileName} ended with {run.End}\n{run.Printed}");
        Addition.TakeAwayAll(run.Document);
        var drifts = NotebookComparison.Compare(notebook, new ExecutedNotebook(run.Document, 0, null, TimeSpan.Zero, []))
            .Select(drift => $"{drift.Notebook}, cell {drift.Cell}: expected {drift.Expected}, found {drift.Found}");
        var problems = drifts.Concat(RealKernelOutputs.Problems(notebook, run)).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
