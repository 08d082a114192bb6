using System.IO.Compression;
using System.Text.Json.Nodes;
using Conformance.RealKernel;
using Notebooks.Documents;
using Testing;

namespace Conformance.Packages;

/// <summary>
/// A notebook that was downloaded from the book runs by itself: it trains with the library from the packages that came along,
/// reads the data that came along, and draws; in our engine, in our kernel and in Microsoft's.
/// </summary>
public sealed class DownloadTests(PackedPackages packages, Kernels kernels) : IAsyncLifetime
{
    private const string Name = "01-lines";
    private const string Other = "03-without-library";
    private static readonly string Library = Path.Combine(WorkingCopy.LibraryOutput, "NeuralNets.dll");

    private static readonly string[] Cells =
    [
        $"#r \"{Library}\"\nusing NeuralNets.Charts;\nusing NeuralNets.Data;\nusing NeuralNets.Training;\nusing static TorchSharp.torch;",
        "manual_seed(42);\nrandn(3)",
        "CsvTable.Read(\"../data/few.csv\").Rows.ToString()",
        "var line = nn.Sequential(nn.Linear(1, 1));\nvar data = DataSet.Of(Sample.Published());\n"
            + "var history = Train.Run(line, data, nn.MSELoss(), optim.SGD(line.parameters(), 0.1), epochs: 20);\n"
            + "(history.Loss[^1] < history.Loss[0]).ToString()",
        "Figure.Line([0, 1, 2], [0, 1, 4], \"squares\")",
        "Plotly.NET.CSharp.Chart.Point<double, double, string>(x: [0, 1], y: [2, 3], Name: \"of Plotly.NET\", UseDefaults: false)",
    ];

    private readonly NotebookFolder book = new();

    private string Archive => book.In("book/book.zip");

    private string Notebook => book.In($"home/book/notebooks/{Name}.ipynb");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(book.In("notebooks"));
        Directory.CreateDirectory(book.In("data"));
        await File.WriteAllTextAsync(book.In("data/few.csv"), "x,y\n1,2\n3,4\n");
        book.Write($"notebooks/{Name}.ipynb", Cells);
        book.Write($"notebooks/{Other}.ipynb", "1 + 1");
        var (status, output, problems) = await Cli.RunAsync(book.Path, "book", "--output", "book");
        Assert.True(status == 0, output + problems);
        await ZipFile.ExtractToDirectoryAsync(Archive, book.In("home"));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        book.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Holds_the_notebook_its_data_and_its_packages_and_is_the_same_when_made_again()
    {
        var first = await File.ReadAllBytesAsync(Archive, TestContext.Current.CancellationToken);
        Directory.Delete(book.In("book"), recursive: true);
        await Cli.RunAsync(book.Path, "book", "--output", "book");

        Assert.Equal(first, await File.ReadAllBytesAsync(Archive, TestContext.Current.CancellationToken));
        using var archive = PackedPackages.Open(Archive);
        string[] libraries = ["", ".Figures", ".Scratch", ".Torch"];
        var version = Version(NotebookDocument.Load(Notebook));
        Assert.Equal(
            [
                "README.txt", "data/few.csv", $"notebooks/{Name}.ipynb", "nuget.config",
                .. libraries.Select(library => $"packages/NeuralNets{library}.{version}.nupkg"),
            ],
            archive.Entries.Select(entry => entry.FullName["book/".Length..]).Order(StringComparer.Ordinal));
        Assert.Matches("^1\\.0\\.0-book\\.[0-9a-f]{12}$", version);
    }

    [Fact]
    public async Task A_page_offers_the_archive_or_a_notebook_that_needs_no_library_alone()
    {
        Assert.Contains("<a href=\"book.zip\" download>Download the notebooks</a>", await PageAsync(Name), StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Other}.ipynb\" download>Download the notebook</a>", await PageAsync(Other), StringComparison.Ordinal);

        Task<string> PageAsync(string name) =>
            File.ReadAllTextAsync(book.In($"book/{name}.html"), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_later_download_runs_with_the_later_library()
    {
        // A library of another repository: what a cell asks it depends on which of its two packages was restored.
        var library = book.In("lib/Answers.dll");
        Directory.CreateDirectory(Path.Combine(book.In("lib"), "packages"));
        book.Write("notebooks/02-answers.ipynb", $"#r \"{library}\"", "Answers.Answer.Text");
        var said = new List<string>();
        foreach (var answer in (string[])["the earlier", "the later"])
        {
            using var feed = new TestFeed();
            var (path, content) = TestFeed.Library(
                "Answers", $"namespace Answers; public static class Answer {{ public static string Text => \"{answer}\"; }}");
            await File.WriteAllBytesAsync(library, content, TestContext.Current.CancellationToken);
            feed.Add("Answers", "1.0.0", needs: null, (path, content));
            File.Move(Path.Combine(feed.Source, "Answers.1.0.0.nupkg"), book.In("lib/packages/Answers.1.0.0.nupkg"), overwrite: true);
            var (status, output, problems) = await Cli.RunAsync(book.Path, "book", "--output", $"book {answer}");
            Assert.True(status == 0, output + problems);
            await ZipFile.ExtractToDirectoryAsync(
                book.In($"book {answer}/book.zip"), book.In($"home of {answer}"), TestContext.Current.CancellationToken);
            var folder = book.In($"home of {answer}/book/notebooks");

            // In the same folder of packages both times.
            (status, output) = await packages.RunToolAsync(folder, "run", "02-answers.ipynb");

            Assert.True(status == 0, output);
            said.Add(Texts(NotebookDocument.Load(Path.Combine(folder, "02-answers.ipynb")).Cells[1]));
        }

        Assert.Equal(["the earlier", "the later"], said);
    }

    [Fact]
    public async Task Runs_in_the_tool()
    {
        var (status, output) = await packages.RunToolAsync(Path.GetDirectoryName(Notebook)!, "run", $"{Name}.ipynb");

        Assert.True(status == 0, output);
        Hold(NotebookDocument.Load(Notebook));
    }

    [Theory]
    [InlineData(Kernels.Ours)]
    [InlineData(Kernels.Real)]
    public async Task Runs_in_a_kernel(string kernel)
    {
        var files = Path.Combine(packages.Folder, Guid.NewGuid().ToString("N"));
        var start = kernels.StartInfo("execute.py", kernel, Notebook, Path.GetDirectoryName(Notebook)!, files);
        foreach (var (name, value) in packages.Environment)
            start.Environment[name] = value;
        var (status, printed) = await Command.RunAsync(start, TestContext.Current.CancellationToken);

        Assert.True(status == 0, printed);
        var run = KernelRun.Read(files, printed);
        Assert.True(run.End == "ok", $"{run.End}\n{printed}");
        Hold(run.Document);
    }

    private static void Hold(NotebookDocument notebook)
    {
        var shown = notebook.Cells.Select(Texts).ToList();
        Assert.Contains("tensor([0.3367, 0.1288, 0.2345])", shown[1], StringComparison.Ordinal); // PyTorch's, for that seed.
        Assert.Contains("2", shown[2], StringComparison.Ordinal);
        Assert.Contains("True", shown[3], StringComparison.Ordinal);
        Assert.Contains("<title>A line 'squares' through 3 points</title>", shown[4], StringComparison.Ordinal);
        Assert.Contains("<title>2 points 'of Plotly.NET'</title>", shown[5], StringComparison.Ordinal);
    }

    private static string Version(NotebookDocument notebook) =>
        notebook.Cells[0].Source.Split('"')[1].Split("nuget: NeuralNets, ")[1];

    private static string Texts(NotebookCell cell) => string.Join('\n', cell.Outputs.OfType<JsonObject>()
        .SelectMany(output => output["data"] as JsonObject ?? []).Select(data => data.Value!.ToString()));
}
