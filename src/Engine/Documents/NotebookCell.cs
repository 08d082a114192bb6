using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>One cell: a view of its JSON, in which everything that is not named here stays as it is.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonObject json) => Json = json;

    /// <summary>The cell as nbformat has it, long text as one string.</summary>
    public JsonObject Json { get; }

    /// <summary><c>code</c>, <c>markdown</c>, <c>raw</c> or a type of the future.</summary>
    public string Type => Json["cell_type"]!.GetValue<string>();

    /// <summary>True if the cell holds code.</summary>
    public bool IsCode => Type == "code";

    /// <summary>True if the author has its code left out of a run.</summary>
    public bool IsSkipped => Tags.Contains("skip-execution");

    /// <summary>True if a run executes the cell; those that it does are numbered from 1.</summary>
    public bool IsExecuted => IsCode && !IsSkipped && !string.IsNullOrWhiteSpace(Source);

    /// <summary>The identifier that nbformat 4.5 gives each cell, or null.</summary>
    public string? Id => Text(Json["id"]);

    /// <summary>The text of the cell, line ends included.</summary>
    public string Source
    {
        get => Text(Json["source"]) ?? string.Empty;
        set => Json["source"] = value;
    }

    /// <summary>The cell's metadata; empty when it has none.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? [];

    /// <summary>The tags in its metadata, such as <c>parameters</c> or <c>raises-exception</c>.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags ? [.. tags.Select(Text).OfType<string>()] : [];

    /// <summary>
    /// The kernel that the cell names in its metadata, such as <c>csharp</c> or <c>markdown</c>, or null when it names none.
    /// </summary>
    public string? KernelName =>
        Text((Metadata["polyglot_notebook"] as JsonObject)?["kernelName"])
        ?? Text((Metadata["dotnet_interactive"] as JsonObject)?["language"]);

    /// <summary>Outputs of the last execution, as nbformat has them, long text as one string.</summary>
    public JsonArray Outputs
    {
        get
        {
            if (Json["outputs"] is JsonArray outputs)
                return outputs;
            outputs = [];
            Json["outputs"] = outputs;
            return outputs;
        }
    }

    /// <summary>The number that a front end shows as <c>[n]</c>, or null when the cell was not executed.</summary>
    public int? ExecutionCount
    {
        get => Json["execution_count"] is JsonValue value && value.TryGetValue(out int count) ? count : null;
        set => Json["execution_count"] = value;
    }

    /// <summary>Forgets what an earlier execution left.</summary>
    public void ClearExecution()
    {
        ExecutionCount = null;
        Outputs.Clear();
    }

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
