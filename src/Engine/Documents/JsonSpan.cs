using System.Text.Json;

namespace Notebooks.Documents;

/// <summary>A JSON value as bytes of its file: where it begins and ends, and what is in it.</summary>
/// <param name="start">Its first byte.</param>
internal sealed class JsonSpan(int start)
{
    /// <summary>Its first byte.</summary>
    public int Start { get; } = start;

    /// <summary>The byte after its last.</summary>
    public int End { get; private set; }

    /// <summary>What a list holds.</summary>
    public List<JsonSpan> Items { get; } = [];

    /// <summary>What an object holds: each name, where it begins, and its value.</summary>
    public List<(string Name, int Start, JsonSpan Value)> Properties { get; } = [];

    /// <summary>The value of a property, or null.</summary>
    public JsonSpan? this[string name] => Properties.Find(property => property.Name == name).Value;

    /// <summary>Reads a whole file, which is known to be JSON.</summary>
    public static JsonSpan Read(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 512 });
        reader.Read();
        return Read(ref reader);
    }

    private static JsonSpan Read(ref Utf8JsonReader reader)
    {
        var span = new JsonSpan((int)reader.TokenStartIndex);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                span.Items.Add(Read(ref reader));
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, begin) = (reader.GetString()!, (int)reader.TokenStartIndex);
                reader.Read();
                span.Properties.Add((name, begin, Read(ref reader)));
            }
        }

        span.End = (int)reader.BytesConsumed;
        return span;
    }
}
