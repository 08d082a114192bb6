using System.Text.Json.Nodes;
using Notebooks.Book.Building;
using Notebooks.Book.Programs;
using Notebooks.Documents;

namespace Book.Tests.Building;

/// <summary>A small repository with notebooks in a folder of its own, and the book made from it; cells are not really executed.</summary>
internal sealed class SampleBook : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("Ein Buch für é 笔记 ").FullName;
    private readonly ProgramMaking programs;

    public SampleBook() => programs = new(root);

    /// <summary>The notebooks that builds have executed so far, in order.</summary>
    public List<string> Executed { get; } = [];

    /// <summary>What else happens while a notebook is executed.</summary>
    public Action WhileExecuting { get; set; } = () => { };

    /// <summary>Whether the programs are made that the pages run.</summary>
    public bool MakesPrograms { get; init; } = true;

    /// <summary>What else happens when a build says a line.</summary>
    public Action<string> WhenSaid { get; set; } = static _ => { };

    /// <summary>What builds have said so far, in order.</summary>
    public List<string> Said { get; } = [];

    public string Root => root;

    public string Output => Path.Combine(root, "artifacts", "book");

    public void Dispose() => Directory.Delete(root, recursive: true);

    public static JsonObject Prose(string source) => Cell("markdown", source);

    public static JsonObject Code(string source, params JsonObject[] outputs)
    {
        var cell = Cell("code", source);
        cell["execution_count"] = null;
        cell["outputs"] = new JsonArray([.. outputs]);
        return cell;
    }

    public static JsonObject Stream(string text, string name = "stdout") =>
        new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    public static JsonObject Shown(string mime, string content) =>
        new() { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { [mime] = content } };

    public static JsonObject Error(string name, string message) =>
        new()
        {
            ["output_type"] = "error",
            ["ename"] = name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray($"{name}: {message}", "   at the cell"),
        };

    public SampleBook Notebook(string name, params JsonObject[] cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        };
        return File($"notebooks/{name}", json.ToJsonString());
    }

    public SampleBook File(string path, string content)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, content);
        return this;
    }

    public void Delete(string path) => System.IO.File.Delete(Path.Combine(root, path));

    /// <summary>Builds the book; executing a notebook numbers its cells and keeps the outputs it has.</summary>
    public Task<bool> BuildAsync()
    {
        var notebooks = Directory.GetFiles(Path.Combine(root, "notebooks"), "*.ipynb")
            .Order(StringComparer.Ordinal)
            .Select(NotebookDocument.Load)
            .ToList();
        return new BookBuild(root, Output) { Programs = MakesPrograms ? programs : null, Say = Say }.RunAsync(notebooks, Execute);
    }

    /// <summary>A page of the book.</summary>
    public string Page(string name) => System.IO.File.ReadAllText(Path.Combine(Output, name));

    public bool Has(string name) => System.IO.File.Exists(Path.Combine(Output, name));

    /// <summary>Every file of the book with its content and the time at which it was written.</summary>
    public IReadOnlyDictionary<string, (string Content, DateTime Written)> Files() =>
        Directory.GetFiles(Output, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(Output, file),
            file => (Convert.ToBase64String(System.IO.File.ReadAllBytes(file)), System.IO.File.GetLastWriteTimeUtc(file)));

    private void Say(string line)
    {
        Said.Add(line);
        WhenSaid(line);
    }

    private async IAsyncEnumerable<NotebookDocument> Execute(IReadOnlyList<NotebookDocument> notebooks)
    {
        foreach (var notebook in notebooks)
        {
            await Task.Yield();
            Executed.Add(notebook.FileName);
            WhileExecuting();
            foreach (var (number, cell) in notebook.Cells.Where(cell => cell.IsCode).Index())
                cell.ExecutionCount = number + 1;
            yield return notebook;
        }
    }

    private static JsonObject Cell(string type, string source) =>
        new() { ["cell_type"] = type, ["metadata"] = new JsonObject(), ["source"] = source };
}
