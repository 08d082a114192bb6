using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>
/// Writes JSON as nbformat does, byte for byte: keys sorted, one space of indent, characters beyond ASCII as they are,
/// numbers as they were read. So a notebook changes only where its content does, whichever tool saved it last.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>The text of a value, without a trailing newline.</summary>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject map:
                AppendMap(text, map, depth);
                break;
            case JsonArray list:
                AppendList(text, list, depth);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendMap(StringBuilder text, JsonObject map, int depth)
    {
        text.Append('{');
        var first = true;
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            NextLine(text, first, depth + 1);
            AppendString(text, key);
            text.Append(": ");
            Append(text, value, depth + 1);
            first = false;
        }

        Close(text, '}', first, depth);
    }

    private static void AppendList(StringBuilder text, JsonArray list, int depth)
    {
        text.Append('[');
        var first = true;
        foreach (var item in list)
        {
            NextLine(text, first, depth + 1);
            Append(text, item, depth + 1);
            first = false;
        }

        Close(text, ']', first, depth);
    }

    private static void NextLine(StringBuilder text, bool first, int depth)
    {
        if (!first)
            text.Append(',');
        text.Append('\n').Append(' ', depth);
    }

    private static void Close(StringBuilder text, char bracket, bool empty, int depth)
    {
        if (!empty)
            text.Append('\n').Append(' ', depth);
        text.Append(bracket);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"); break;
                default: text.Append(character); break;
            }
        }

        text.Append('"');
    }
}
