using System.Text.Json.Nodes;

namespace Notebooks.Tests.Clients;

/// <summary>The repository's notebooks by <c>jupyter nbconvert --execute</c>, on our kernel.</summary>
public sealed class NotebookTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    private static readonly string Notebooks = FindNotebooks();

    public static TheoryData<string> Names => [.. Directory.GetFiles(Notebooks, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_notebook_executes_without_an_error(string name)
    {
        var (status, output) = await kernel.RunAsync(
            "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300",
            "--output-dir", kernel.Folder, Path.Combine(Notebooks, name));

        if (output.Contains("No module named nbconvert", StringComparison.Ordinal))
            Assert.Skip("nbconvert is not here; apt-get install jupyter-nbconvert, or pip install nbconvert");
        Assert.True(status == 0, output);
        var cells = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(kernel.Folder, name), TestContext.Current.CancellationToken))!["cells"]!.AsArray();
        Assert.Contains(cells, cell => cell!["outputs"] is JsonArray { Count: > 0 });
    }

    private static string FindNotebooks()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Notebooks.sln")))
                return Path.Combine(folder, "notebooks");
        }

        throw new DirectoryNotFoundException("The tests run outside of the repository: there are no notebooks.");
    }
}
