using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Protocol.Messages;

/// <summary>A message that came in, genuine and well-formed.</summary>
/// <param name="Identities">The ZeroMQ identities through which an answer finds its way back.</param>
/// <param name="Header">Its header as it came, byte for byte: the parent header of every answer.</param>
/// <param name="Id">The header's <c>msg_id</c>.</param>
/// <param name="Type">The header's <c>msg_type</c>, such as <c>execute_request</c>.</param>
/// <param name="ParentId">The parent header's <c>msg_id</c>, or null.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(
    IReadOnlyList<byte[]> Identities, byte[] Header, string Id, string Type, string? ParentId, JsonObject Content)
{
    /// <summary>A text of the content; empty when it is missing or no text.</summary>
    public string Text(string name) => Content[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>A flag of the content.</summary>
    /// <param name="name">The property.</param>
    /// <param name="missing">Its value when it is missing or no flag.</param>
    public bool Flag(string name, bool missing) =>
        Content[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : missing;

    /// <summary>A whole number of the content.</summary>
    /// <returns>Null when it is missing or no whole number.</returns>
    public int? Number(string name) => Content[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
