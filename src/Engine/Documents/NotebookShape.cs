using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>Requirements on JSON to be a notebook that we can execute; everything else is left to whoever understands it.</summary>
internal static class NotebookShape
{
    /// <summary>Returns the notebook, or says what is wrong with it and where.</summary>
    /// <param name="root">The parsed file.</param>
    /// <param name="position">File and position of a JSON path.</param>
    public static JsonObject Require(JsonNode? root, Func<string, string> position)
    {
        if (root is not JsonObject notebook)
            throw new DocumentException($"{position("$")}: not a notebook: {Kind(root)} where a JSON object is expected");
        RequireVersion(notebook, position);
        if (notebook["cells"] is not JsonArray cells)
            throw Wrong(notebook, "cells", "a list of cells", position);
        for (var i = 0; i < cells.Count; i++)
            RequireCell(cells[i], $"$.cells[{i}]", position);
        return notebook;
    }

    private static void RequireVersion(JsonObject notebook, Func<string, string> position)
    {
        if (notebook["nbformat"] is not JsonValue value || !value.TryGetValue(out int version))
            throw Wrong(notebook, "nbformat", "the number 4", position);
        if (version != 4)
        {
            throw new DocumentException(
                $"{position("$.nbformat")}: nbformat {version}, where nbformat 4 is expected; `jupyter nbconvert --to notebook` "
                + $"converts it");
        }
    }

    private static void RequireCell(JsonNode? node, string path, Func<string, string> position)
    {
        if (node is not JsonObject cell)
            throw new DocumentException($"{position(path)}: {Kind(node)} where a cell is expected");
        if (Kind(cell["cell_type"]) != "a text")
            throw Wrong(cell, "cell_type", "a text such as \"code\"", position);
        if (cell.TryGetPropertyValue("source", out var source) && !IsText(source))
            throw Wrong(cell, "source", "a text or a list of lines", position);
        if (cell["cell_type"]!.GetValue<string>() != "code" || !cell.TryGetPropertyValue("outputs", out var outputs))
            return;
        if (outputs is not JsonArray list)
            throw Wrong(cell, "outputs", "a list of outputs", position);
        foreach (var output in list)
        {
            if (output is not JsonObject map || Kind(map["output_type"]) != "a text")
                throw new DocumentException($"{position(output?.GetPath() ?? path)}: an output without an output_type");
        }
    }

    private static DocumentException Wrong(JsonObject owner, string key, string expected, Func<string, string> position)
    {
        var found = owner.TryGetPropertyValue(key, out var value) ? $"\"{key}\" is {Kind(value)}" : $"no \"{key}\"";
        return new DocumentException(
            $"{position(value?.GetPath() ?? owner.GetPath())}: not a notebook: {found}, where {expected} is expected");
    }

    private static bool IsText(JsonNode? node) =>
        Kind(node) == "a text" || (node is JsonArray lines && lines.All(line => Kind(line) == "a text"));

    private static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => node.ToJsonString(),
    };
}
