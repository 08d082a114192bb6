using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Notebooks.Workers.Messages;

/// <summary>One end of the pipes between the engine and a worker: a JSON object a line each way.</summary>
internal sealed class MessagePipe<TReceived, TSent> : IDisposable
    where TReceived : class
{
    private readonly StreamReader lines;
    private readonly Stream outgoing;
    private readonly JsonTypeInfo<TReceived> received;
    private readonly JsonTypeInfo<TSent> sent;
    private readonly Lock oneAtATime = new();

    /// <summary>Takes the pipes over.</summary>
    /// <param name="incoming">Where the other end's messages come from.</param>
    /// <param name="outgoing">Where messages go. When the other end does not read, whoever sends waits.</param>
    /// <param name="received">The form of what comes.</param>
    /// <param name="sent">The form of what goes.</param>
    public MessagePipe(Stream incoming, Stream outgoing, JsonTypeInfo<TReceived> received, JsonTypeInfo<TSent> sent)
    {
        lines = new StreamReader(incoming, bufferSize: 1 << 16);
        (this.outgoing, this.received, this.sent) = (outgoing, received, sent);
    }

    /// <summary>Sends a message, from any thread. That the other end is gone shows in <see cref="Receive"/>.</summary>
    public void Send(TSent message)
    {
        using var line = new MemoryStream();
        JsonSerializer.Serialize(line, message, sent);
        line.WriteByte((byte)'\n');
        try
        {
            lock (oneAtATime)
                outgoing.Write(line.GetBuffer(), 0, (int)line.Length);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
        }
    }

    /// <summary>The next message, when it comes; null when the other end is gone.</summary>
    public TReceived? Receive()
    {
        try
        {
            return lines.ReadLine() is { } line ? JsonSerializer.Deserialize(line, received) : null;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or JsonException)
        {
            return null; // It ended in the middle of a line.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        outgoing.Dispose();
        lines.Dispose();
    }
}
