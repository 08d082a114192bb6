using System.Text.Json.Nodes;
using Notebooks.Tests.Chapter;

namespace Notebooks.Tests.Clients;

/// <summary>The repository's notebooks by <c>jupyter nbconvert --execute</c>, on our kernel; those that can be fast, fast: <c>check</c> executes them whole.</summary>
public sealed class NotebookTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    public static TheoryData<string> Names => [.. ChapterNotebook.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_notebook_executes_without_an_error(string name)
    {
        var notebook = Path.Combine(ChapterNotebook.Beside, $"nbconvert-{Guid.NewGuid():N}-{name}");
        var source = await File.ReadAllTextAsync(Path.Combine(ChapterNotebook.Repository, "notebooks", name), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(notebook, source.Replace("bool fast = false;", "bool fast = true;", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        try
        {
            await AssertExecutesAsync(notebook);
        }
        finally
        {
            File.Delete(notebook);
        }
    }

    private async Task AssertExecutesAsync(string notebook)
    {
        var (status, output) = await kernel.RunAsync(
            "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300",
            "--output-dir", kernel.Folder, notebook);

        if (output.Contains("No module named nbconvert", StringComparison.Ordinal))
            Assert.Skip("nbconvert is not here; apt-get install jupyter-nbconvert, or pip install nbconvert");
        Assert.True(status == 0, output);
        var executed = await File.ReadAllTextAsync(Path.Combine(kernel.Folder, Path.GetFileName(notebook)), TestContext.Current.CancellationToken);
        var cells = JsonNode.Parse(executed)!["cells"]!.AsArray();
        Assert.Contains(cells, cell => cell!["outputs"] is JsonArray { Count: > 0 });
    }
}
