using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Protocol.Messages;

/// <summary>
/// Jupyter's wire protocol: identities, <c>&lt;IDS|MSG&gt;</c>, signature, header, parent header, metadata, content, buffers.
/// </summary>
internal sealed class WireFormat(Signature signature)
{
    /// <summary>The version of the protocol that is spoken.</summary>
    public const string ProtocolVersion = "5.4";

    private const int PartCount = 4;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReplayGuard replays = new();
    private readonly string session = Guid.NewGuid().ToString();

    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>Reads a message.</summary>
    /// <returns>Null when it is malformed, unsigned, forged or came before: nobody is to notice it.</returns>
    public Message? Read(IReadOnlyList<byte[]> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var delimiter = 0;
        while (delimiter < frames.Count && !Delimiter.SequenceEqual(frames[delimiter]))
            delimiter++;
        if (frames.Count < delimiter + 2 + PartCount)
            return null;

        var sent = frames[delimiter + 1];
        var parts = frames.Skip(delimiter + 2).Take(PartCount).ToArray();
        if (!signature.IsRight(sent, parts.Select(part => new ReadOnlyMemory<byte>(part))))
            return null;
        if (Object(parts[0]) is not { } header || Object(parts[1]) is not { } parent || Object(parts[2]) is null
            || Object(parts[3]) is not { } content)
            return null;
        if (Text(header, "msg_id") is not { Length: > 0 } id || Text(header, "msg_type") is not { Length: > 0 } type)
            return null;
        if (signature.IsOn && !replays.IsNew(sent))
            return null;
        return new Message([.. frames.Take(delimiter)], parts[0], id, type, Text(parent, "msg_id"), content);
    }

    /// <summary>Writes a message.</summary>
    /// <param name="prefix">Identities, or the topic.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="parentHeader">The header of the message that caused it, as it came; empty when none did.</param>
    /// <param name="content">What it says.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Write(
        IReadOnlyList<byte[]> prefix, string type, ReadOnlyMemory<byte> parentHeader, JsonNode content)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["msg_type"] = type,
            ["username"] = "kernel",
            ["session"] = session,
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["version"] = ProtocolVersion,
        };
        ReadOnlyMemory<byte>[] parts =
        [
            Bytes(header), parentHeader.IsEmpty ? "{}"u8.ToArray() : parentHeader, "{}"u8.ToArray(), Bytes(content),
        ];
        return [.. prefix.Select(frame => new ReadOnlyMemory<byte>(frame)), Delimiter.ToArray(), signature.Sign(parts), .. parts];
    }

    private static byte[] Bytes(JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json, Readable);

    private static JsonObject? Object(byte[] json)
    {
        try
        {
            var parsed = JsonNode.Parse(json) as JsonObject;
            // A name that stands twice shows only when the object is looked into.
            _ = parsed?.Count;
            return parsed;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject json, string name)
    {
        try
        {
            return json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Text with half of a surrogate pair.
            return null;
        }
    }
}
