using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Testing;

/// <summary>A folder of its own for a test, with blanks and accents in its name, as a reader's may have.</summary>
public sealed class NotebookFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("Ein Ordner für é 笔记 ").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes a notebook of code cells; a cell whose source begins with <c>// name</c> gets that tag.</summary>
    public string Write(string name, params string[] sources)
    {
        var cells = sources.Select(source => (JsonNode?)new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = source.StartsWith("// ", StringComparison.Ordinal)
                ? new JsonObject { ["tags"] = new JsonArray(source.Split('\n')[0][3..]) }
                : new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        });
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        };
        var path = In(name);
        NotebookDocument.Parse(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()), name).Save(path);
        return path;
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public NotebookDocument Load(string name) => NotebookDocument.Load(In(name));

    /// <summary>The texts that a cell put out: streams, plain values, and errors by their name.</summary>
    public string[] Outputs(string name, int cell) =>
        [.. Load(name).Cells[cell].Outputs.Select(output =>
            (string?)output!["text"]
                ?? (string?)output["ename"] ?? (string?)output["data"]!["text/plain"] ?? (string?)output["data"]!["text/html"] ?? "?")];
}
