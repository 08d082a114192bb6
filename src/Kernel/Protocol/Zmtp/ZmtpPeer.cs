using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Text;

namespace Notebooks.Jupyter.Protocol.Zmtp;

/// <summary>One connected client: messages in, messages out through a queue that is bounded in bytes.</summary>
internal sealed class ZmtpPeer : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(200);

    private readonly NetworkStream stream;

    [SuppressMessage(
        "Reliability", "CA2213", Justification = "It holds nothing but the stream, which is disposed; it itself breaks when it is closed "
            + "by two threads, or while one reads.")]
    private readonly BufferedStream input;

    private readonly Queue<byte[]> queue = new();
    private readonly Lock gate = new();
    private TaskCompletionSource arrival = NewSignal();
    private TaskCompletionSource space = NewSignal();
    private long queued;
    private bool closed;

    /// <summary>Talks over an accepted connection.</summary>
    /// <param name="socket">The connection; closed with the peer.</param>
    public ZmtpPeer(Socket socket)
    {
        stream = new NetworkStream(socket, ownsSocket: true);
        input = new BufferedStream(stream, 1 << 16);
    }

    /// <summary>The identity that the client chose, or a random one.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>Greets and learns who is there; false when it is no ZeroMQ socket of an accepted type.</summary>
    public async Task<bool> HandshakeAsync(string socketType, string[] acceptedTypes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(ZmtpFrames.Greeting(), cancellationToken);
        var greeting = new byte[ZmtpFrames.GreetingLength];
        if (!await ZmtpFrames.FillAsync(input, greeting, cancellationToken) || !ZmtpFrames.IsGreeting(greeting))
            return false;

        await stream.WriteAsync(ZmtpFrames.Ready(socketType), cancellationToken);
        if (await ZmtpFrames.ReadAsync(input, cancellationToken) is not { IsCommand: true } ready
            || ZmtpFrames.ReadyProperties(ready.Body) is not { } properties
            || !properties.TryGetValue("Socket-Type", out var type)
            || !acceptedTypes.Contains(Encoding.ASCII.GetString(type)))
            return false;

        Identity = properties.GetValueOrDefault("Identity") is { Length: > 0 } chosen
            ? chosen
            : [0, .. Guid.NewGuid().ToByteArray()];
        _ = WriteQueueAsync(cancellationToken);
        return true;
    }

    /// <summary>The frames of the next message, or null when the peer is gone or breaks the protocol.</summary>
    public async Task<byte[][]?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var frames = new List<byte[]>();
        long bytes = 0;
        while (await ZmtpFrames.ReadAsync(input, cancellationToken) is { } frame)
        {
            if (frame.IsCommand)
            {
                if (frame.Body.AsSpan().StartsWith("\u0004PING"u8))
                    await SendAsync(ZmtpFrames.Pong(frame.Body));
                continue;
            }

            frames.Add(frame.Body);
            bytes += frame.Body.Length;
            if (frames.Count > ZmtpFrames.MaxFrames || bytes > ZmtpFrames.MaxMessageBytes)
                return null;
            if (!frame.HasMore)
                return [.. frames];
        }

        return null;
    }

    /// <summary>Queues a message, at once or when there is room.</summary>
    /// <param name="message">The encoded message.</param>
    /// <param name="room">How many bytes may be waiting before this one has to; null when it need not.</param>
    /// <param name="patience">How long to wait for room; asked again while waiting.</param>
    /// <returns>Whether it was queued (also when the client is gone: then there is nobody to miss it).</returns>
    public async ValueTask<bool> SendAsync(byte[] message, int? room, Func<TimeSpan> patience)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            Task freed;
            lock (gate)
            {
                if (closed)
                    return true;
                if (room is null || queued < room)
                {
                    queued += message.Length;
                    queue.Enqueue(message);
                    arrival.TrySetResult();
                    return true;
                }

                freed = space.Task;
            }

            if (Stopwatch.GetElapsedTime(start) >= patience())
                return false;
            await Task.WhenAny(freed, Task.Delay(Turn));
        }
    }

    /// <summary>Queues a message that need not wait for room.</summary>
    public ValueTask<bool> SendAsync(byte[] message) => SendAsync(message, null, () => TimeSpan.Zero);

    /// <summary>Waits until everything queued has gone out, or the client is gone.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            Task room;
            lock (gate)
            {
                if (closed || queued == 0)
                    return;
                room = space.Task;
            }

            await Task.WhenAny(room, Task.Delay(20, CancellationToken.None));
        }
    }

    /// <summary>Closes the connection. The client's own loop, its writing and the socket may all do it, at the same time.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            queue.Clear();
            arrival.TrySetResult();
            space.TrySetResult();
        }

        stream.Dispose();
    }

    private async Task WriteQueueAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await NextAsync() is { } message)
            {
                await stream.WriteAsync(message, cancellationToken);
                lock (gate)
                {
                    queued -= message.Length;
                    space.TrySetResult();
                    space = NewSignal();
                }
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            Dispose();
        }
    }

    private async ValueTask<byte[]?> NextAsync()
    {
        while (true)
        {
            Task arrived;
            lock (gate)
            {
                if (closed)
                    return null;
                if (queue.TryDequeue(out var message))
                    return message;
                if (arrival.Task.IsCompleted)
                    arrival = NewSignal();
                arrived = arrival.Task;
            }

            await arrived;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
