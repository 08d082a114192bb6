using System.Buffers.Binary;

namespace Notebooks.Jupyter.Protocol.Zmtp;

/// <summary>The bytes of ZMTP 3.0, ZeroMQ's wire protocol (https://rfc.zeromq.org/spec/23): greeting, commands, messages.</summary>
internal static class ZmtpFrames
{
    /// <summary>A message is larger than this only by mistake or in bad faith: the connection is closed.</summary>
    public const long MaxMessageBytes = 256L << 20;

    public const int MaxFrames = 4096;

    public const int GreetingLength = 64;

    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;

    /// <summary>Signature, version 3.0, mechanism NULL: all that a peer on the same machine needs.</summary>
    public static byte[] Greeting()
    {
        var greeting = new byte[GreetingLength];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    public static bool IsGreeting(ReadOnlySpan<byte> bytes) =>
        bytes.Length == GreetingLength && bytes[0] == 0xFF && (bytes[9] & 1) == 1 && bytes[10] >= 3
        && bytes.Slice(12, 20).TrimEnd((byte)0).SequenceEqual("NULL"u8);

    /// <summary>The READY command, which ends the handshake and tells the socket's type.</summary>
    public static byte[] Ready(string socketType)
    {
        var body = new List<byte> { 5 };
        body.AddRange("READY"u8);
        body.Add(11);
        body.AddRange("Socket-Type"u8);
        body.AddRange([0, 0, 0, (byte)socketType.Length]);
        body.AddRange(System.Text.Encoding.ASCII.GetBytes(socketType));
        return [Command, (byte)body.Count, .. body];
    }

    /// <summary>The answer to a PING command: its context comes back.</summary>
    public static byte[] Pong(ReadOnlySpan<byte> ping)
    {
        var context = ping.Length > 7 ? ping[7..] : [];
        return [Command, (byte)(5 + context.Length), 4, .. "PONG"u8, .. context];
    }

    /// <summary>The properties of a READY command, or null if the bytes are no such command.</summary>
    public static Dictionary<string, byte[]>? ReadyProperties(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("\u0005READY"u8))
            return null;

        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        for (var rest = body[6..]; rest.Length > 0;)
        {
            var nameLength = rest[0];
            if (rest.Length < 1 + nameLength + 4)
                return null;
            var name = System.Text.Encoding.ASCII.GetString(rest.Slice(1, nameLength));
            var valueLength = BinaryPrimitives.ReadUInt32BigEndian(rest[(1 + nameLength)..]);
            rest = rest[(5 + nameLength)..];
            if (rest.Length < valueLength)
                return null;
            properties[name] = rest[..(int)valueLength].ToArray();
            rest = rest[(int)valueLength..];
        }

        return properties;
    }

    /// <summary>One multipart message as it goes over the wire.</summary>
    public static byte[] Encode(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var bytes = new byte[frames.Sum(frame => frame.Length + (frame.Length > 255 ? 9 : 2))];
        var rest = bytes.AsSpan();
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames[i].Span;
            var more = i < frames.Count - 1 ? More : (byte)0;
            if (frame.Length > 255)
            {
                rest[0] = (byte)(more | Long);
                BinaryPrimitives.WriteInt64BigEndian(rest[1..], frame.Length);
                rest = rest[9..];
            }
            else
            {
                rest[0] = more;
                rest[1] = (byte)frame.Length;
                rest = rest[2..];
            }

            frame.CopyTo(rest);
            rest = rest[frame.Length..];
        }

        return bytes;
    }

    /// <summary>Reads one frame; null when the peer is gone or sends what no peer sends.</summary>
    public static async Task<Frame?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[9];
        if (!await FillAsync(stream, head.AsMemory(0, 2), cancellationToken))
            return null;
        if ((head[0] & ~(More | Long | Command)) != 0)
            return null;

        long length = head[1];
        if ((head[0] & Long) != 0)
        {
            if (!await FillAsync(stream, head.AsMemory(2, 7), cancellationToken))
                return null;
            length = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(1));
        }

        if (length is < 0 or > MaxMessageBytes)
            return null;
        var body = await BodyAsync(stream, (int)length, cancellationToken);
        return body is null ? null : new Frame(body, (head[0] & More) != 0, (head[0] & Command) != 0);
    }

    // Memory follows the bytes that come, not the length that is claimed.
    private static async Task<byte[]?> BodyAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        const int step = 1 << 20;
        var body = new byte[Math.Min(length, step)];
        for (var filled = 0; ; Array.Resize(ref body, (int)Math.Min(length, body.Length * 2L)))
        {
            if (!await FillAsync(stream, body.AsMemory(filled), cancellationToken))
                return null;
            filled = body.Length;
            if (filled == length)
                return body;
        }
    }

    public static async Task<bool> FillAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken) =>
        await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) == buffer.Length;

    /// <summary>One frame of a message, or a command.</summary>
    internal readonly record struct Frame(byte[] Body, bool HasMore, bool IsCommand);
}
