using System.Text.Json.Nodes;
using Testing;

namespace Kernel.Tests.Clients;

/// <summary>The repository's notebooks by <c>jupyter nbconvert --execute</c>, on our kernel.</summary>
public sealed class NotebookTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    public static TheoryData<string> Names => [.. WorkingCopy.Notebooks.Select(static path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_notebook_executes_without_an_error(string name)
    {
        var (status, output) = await kernel.RunAsync(
            "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300",
            "--output-dir", kernel.Folder, Path.Combine(WorkingCopy.NotebooksFolder, name));

        if (output.Contains("No module named nbconvert", StringComparison.Ordinal))
            Assert.Skip("nbconvert is not here; apt-get install jupyter-nbconvert, or pip install nbconvert");
        Assert.True(status == 0, output);
        var cells =
            JsonNode.Parse(
                await File.ReadAllTextAsync(Path.Combine(kernel.Folder, name), TestContext.Current.CancellationToken))!["cells"]!.AsArray();
        Assert.Contains(cells, cell => cell!["outputs"] is JsonArray { Count: > 0 });
    }
}
