using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>Reads JSON so that every error says file, line and column.</summary>
internal static class JsonText
{
    private const int MaxDepth = 512;

    /// <summary>Parses a whole file.</summary>
    /// <exception cref="DocumentException">The text is not JSON, names a key twice or holds characters that UTF-8 does
    /// not have.</exception>
    public static JsonNode? Parse(byte[] utf8, string file)
    {
        try
        {
            RequireReadableStrings(utf8, file);
            return JsonNode.Parse(
                utf8,
                documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            var position = error.LineNumber is { } line
                ? At(utf8, (int)line, (int)(error.BytePositionInLine ?? 0))
                : string.Empty;
            throw new DocumentException($"{file}{position}: not valid JSON: {Reason(error)}", error);
        }
    }

    /// <summary>Start of the value with this path, written as <see cref="JsonNode.GetPath"/> does: <c>:line:column</c>.</summary>
    public static string PositionOf(byte[] utf8, string path)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        var steps = new Stack<(string Path, int Index)>();
        var current = "$";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                current = $"{steps.Peek().Path}.{reader.GetString()}";
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                steps.Pop();
                continue;
            }

            if (steps.TryPeek(out var parent) && parent.Index >= 0)
            {
                current = $"{parent.Path}[{parent.Index}]";
                steps.Pop();
                steps.Push(parent with { Index = parent.Index + 1 });
            }

            if (current == path)
                return AtByte(utf8, (int)reader.TokenStartIndex);
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                steps.Push((current, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
        }

        return string.Empty;
    }

    private static void RequireReadableStrings(byte[] utf8, string file)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException error)
            {
                var position = AtByte(utf8, (int)reader.TokenStartIndex);
                throw new DocumentException($"{file}{position}: this text holds bytes or escapes that are no Unicode characters", error);
            }
        }
    }

    private static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var path = error.Message.IndexOf(" Path:", StringComparison.Ordinal);
        if (path >= 0 && path < end)
            end = path;
        return (end < 0 ? error.Message : error.Message[..end]).TrimEnd('.', ' ');
    }

    private static string AtByte(byte[] utf8, int index)
    {
        var before = utf8.AsSpan(0, index);
        return At(utf8, before.Count((byte)'\n'), index - (before.LastIndexOf((byte)'\n') + 1));
    }

    private static string At(byte[] utf8, int line, int byteInLine)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
            start += utf8.AsSpan(start).IndexOf((byte)'\n') + 1;
        var length = Math.Min(byteInLine, utf8.Length - start);
        return $":{line + 1}:{Encoding.UTF8.GetCharCount(utf8, start, length) + 1}";
    }
}
