using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>What is odd about a notebook although it can be executed, so that it is not passed over in silence.</summary>
internal static class NotebookRemarks
{
    private const int IdsSinceMinorVersion = 5;
    private const int MostNamed = 10;

    /// <summary>A line for each kind of oddity.</summary>
    /// <param name="notebook">The notebook as its file has it, lists of lines not joined yet.</param>
    public static IReadOnlyList<string> On(JsonObject notebook)
    {
        List<(int Number, JsonObject Json)> cells =
            [.. notebook["cells"]!.AsArray().Index().Select(cell => (cell.Index + 1, cell.Item!.AsObject()))];
        return [.. OtherLanguage(notebook), .. Ids(notebook, cells), .. JoinedLines(cells)];
    }

    private static IEnumerable<string> OtherLanguage(JsonObject notebook)
    {
        var metadata = notebook["metadata"] as JsonObject;
        var kernel = metadata?["kernelspec"] as JsonObject;
        var language = Text(kernel?["language"]) ?? Text((metadata?["language_info"] as JsonObject)?["name"]) ?? Text(kernel?["name"]);
        if (language is not null && !IsCSharp(language))
            yield return $"a notebook of {Text(kernel?["display_name"]) ?? language} (language {language}); it is executed as C#";
    }

    // .NET Interactive's notebooks name their languages cell by cell.
    private static bool IsCSharp(string language) =>
        language.Equals("C#", StringComparison.OrdinalIgnoreCase)
        || language.Contains("csharp", StringComparison.OrdinalIgnoreCase)
        || language.Contains("polyglot", StringComparison.OrdinalIgnoreCase)
        || language.Contains("dotnet-interactive", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Ids(JsonObject notebook, List<(int Number, JsonObject Json)> cells)
    {
        foreach (var twins in cells.Where(cell => Text(cell.Json["id"]) is not null)
            .GroupBy(cell => Text(cell.Json["id"]), cell => cell.Number).Where(twins => twins.Count() > 1))
            yield return $"{Named([.. twins])} have the same id, \"{twins.Key}\", where each cell needs its own";
        if (notebook["nbformat_minor"] is not JsonValue value || !value.TryGetValue(out int minor) || minor < IdsSinceMinorVersion)
            yield break;
        if (cells.Where(cell => Text(cell.Json["id"]) is null).Select(cell => cell.Number).ToList() is { Count: > 0 } without)
            yield return $"{Named(without)} without an id, which nbformat 4.{minor} expects in each";
    }

    private static IEnumerable<string> JoinedLines(List<(int Number, JsonObject Json)> cells)
    {
        if (cells.Where(cell => IsJoined(cell.Json["source"])).Select(cell => cell.Number).ToList() is { Count: > 0 } joined)
            yield return $"{Named(joined)}: the lines of the source have no line ends and are read as one line";
    }

    private static bool IsJoined(JsonNode? source) => source is JsonArray { Count: > 1 } lines
        && lines.Take(lines.Count - 1).Select(Text).Any(line => line is not null && !line.EndsWith('\n') && !line.EndsWith('\r'));

    private static string Named(List<int> cells) =>
        (cells.Count == 1 ? "cell " : "cells ") + string.Join(", ", cells.Take(MostNamed))
        + (cells.Count > MostNamed ? $" and {cells.Count - MostNamed} more" : "") + " of the file";

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
