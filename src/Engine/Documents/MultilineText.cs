using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>
/// nbformat keeps long text as a list of lines in the file. In memory we hold it as one string, as nbformat does;
/// this is the way in and out, for the same fields and with the same line ends as nbformat.
/// </summary>
internal static class MultilineText
{
    /// <summary>Turns every list of lines of a notebook into one string.</summary>
    public static void Join(JsonObject notebook) =>
        Visit(notebook, Join, mime => !IsJson(mime));

    /// <summary>Turns every multi-line text of a notebook into a list of lines.</summary>
    public static void Split(JsonObject notebook) =>
        Visit(notebook, Split, mime => mime.StartsWith("text/", StringComparison.Ordinal)
            || mime is "application/javascript" or "image/svg+xml");

    /// <summary>True if content of this MIME type is a JSON value rather than text.</summary>
    public static bool IsJson(string mime) =>
        mime == "application/json"
        || (mime.StartsWith("application/", StringComparison.Ordinal) && mime.EndsWith("+json", StringComparison.Ordinal));

    private static void Visit(JsonObject notebook, Action<JsonObject, string> change, Func<string, bool> isText)
    {
        foreach (var cell in Objects(notebook["cells"]))
        {
            change(cell, "source");
            if (cell["attachments"] is JsonObject attachments)
            {
                foreach (var (_, attachment) in attachments)
                    VisitBundle(attachment, change, isText);
            }

            if (Name(cell["cell_type"]) != "code")
                continue;
            foreach (var output in Objects(cell["outputs"]))
            {
                var type = Name(output["output_type"]);
                if (type == "stream")
                    change(output, "text");
                else if (type is "execute_result" or "display_data")
                    VisitBundle(output["data"], change, isText);
            }
        }
    }

    private static void VisitBundle(JsonNode? bundle, Action<JsonObject, string> change, Func<string, bool> isText)
    {
        if (bundle is not JsonObject data)
            return;
        foreach (var mime in data.Select(pair => pair.Key).Where(isText).ToList())
            change(data, mime);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) =>
        list is JsonArray items ? items.OfType<JsonObject>() : [];

    private static void Join(JsonObject owner, string key)
    {
        if (owner[key] is JsonArray lines && lines.All(IsString))
            owner[key] = string.Concat(lines.Select(line => line!.GetValue<string>()));
    }

    private static void Split(JsonObject owner, string key)
    {
        if (owner[key] is { } text && IsString(text))
            owner[key] = new JsonArray([.. Lines(text.GetValue<string>()).Select(line => (JsonNode)line)]);
    }

    private static string? Name(JsonNode? node) => IsString(node) ? node!.GetValue<string>() : null;

    private static bool IsString(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    /// <summary>The lines of a text, line ends kept; a line ends where Python's <c>str.splitlines</c> ends it.</summary>
    internal static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\v' or '\f' or (>= '\x1c' and <= '\x1e') or '\x85' or '\u2028' or '\u2029'))
                continue;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }
}
