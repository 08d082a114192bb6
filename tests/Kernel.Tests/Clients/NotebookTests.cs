using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Checking;
using Testing;

namespace Kernel.Tests.Clients;

/// <summary>
/// Notebooks of the repository by <c>jupyter nbconvert --execute</c>, on our kernel: the outputs are the committed ones. What
/// nbconvert executes is the same for all; the three that take minutes run on our kernel, and on Microsoft's, in Conformance.
/// </summary>
public sealed class NotebookTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [Theory]
    [InlineData("02-tensors-gradients-activations.ipynb")]
    [InlineData("03-gradient-descent.ipynb")]
    public async Task A_notebook_gives_its_committed_outputs(string name)
    {
        var committed = Path.Combine(WorkingCopy.NotebooksFolder, name);
        var (status, output) = await kernel.RunAsync(
            "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300", "--output-dir",
            kernel.Folder, committed);

        if (output.Contains("No module named nbconvert", StringComparison.Ordinal))
            Assert.Skip("nbconvert is not here; apt-get install jupyter-nbconvert, or pip install nbconvert");
        Assert.True(status == 0, output);
        var executed = NotebookDocument.Load(Path.Combine(kernel.Folder, name));
        var drifts = NotebookComparison.Compare(
            NotebookDocument.Load(committed), new ExecutedNotebook(executed, 0, null, TimeSpan.Zero, []));
        Assert.True(drifts.Count == 0, string.Join('\n', drifts));
        Assert.All(executed.Cells.Where(cell => cell.IsCode), cell => Assert.NotNull(cell.ExecutionCount));
    }
}
