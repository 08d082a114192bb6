using System.Text.Json.Nodes;

namespace Notebooks.Sessions.Messages;

/// <summary>One value in several representations, keyed by MIME type, as nbformat and the Jupyter protocol carry it.</summary>
/// <param name="Data">MIME type to content: a string, or a JSON value for the JSON types.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, JsonNode> Data)
{
    /// <summary>A copy of it as a JSON object.</summary>
    public JsonObject ToJson() => new(Data.Select(item => KeyValuePair.Create<string, JsonNode?>(item.Key, item.Value.DeepClone())));
}
