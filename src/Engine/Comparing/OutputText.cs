using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Comparing;

/// <summary>Outputs as lines that a person can compare: texts as they are, of anything else what it is and a fingerprint.</summary>
internal static class OutputText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines.</summary>
    public static string Of(JsonArray outputs) => string.Join('\n', outputs.OfType<JsonObject>().SelectMany(LinesOf));

    /// <summary>A value in one line.</summary>
    public static string Json(JsonNode? value) => value?.ToJsonString(Readable) ?? "null";

    private static IEnumerable<string> LinesOf(JsonObject output) => Text(output["output_type"]) switch
    {
        "stream" => [$"[{Text(output["name"])}]", Text(output["text"])],
        "error" => [$"[error] {Text(output["ename"])}: {Text(output["evalue"])}",
            .. output["traceback"] is JsonArray lines ? lines.Select(Text) : []],
        var type => (output["data"] as JsonObject ?? []).OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => LinesOf(type, pair.Key, pair.Value))
            .Concat(output["metadata"] is JsonObject { Count: > 0 } metadata ? [$"[metadata] {Json(metadata)}"] : []),
    };

    private static IEnumerable<string> LinesOf(string type, string mime, JsonNode? value) =>
        mime is "text/plain" or "text/markdown" or "text/latex" ? [$"[{type}, {mime}]", Text(value)]
        : [$"[{type}, {mime}] {Fingerprint(value)}"];

    private static string Fingerprint(JsonNode? value)
    {
        var content = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : Json(value);
        return $"{content.Length} characters, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12]}";
    }

    private static string Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : "";
}
