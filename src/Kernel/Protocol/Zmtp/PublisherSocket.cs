using System.Collections.Concurrent;

namespace Notebooks.Jupyter.Protocol.Zmtp;

/// <summary>
/// Sends every message to all who subscribed to its topic (ZeroMQ's XPUB). It loses nothing: when a client reads slowly, the
/// publisher waits, so that a flood of output slows the cell down instead of filling the memory.
/// </summary>
internal sealed class PublisherSocket(Endpoint endpoint, Func<byte[], IReadOnlyList<ReadOnlyMemory<byte>>> welcome) : ZmtpSocket(endpoint)
{
    private readonly ConcurrentDictionary<ZmtpPeer, Subscriber> subscribers = new();

    protected override (string Own, string[] Accepted) Types => ("XPUB", ["SUB", "XSUB"]);

    /// <summary>Time in which a client may still read nothing at all before output passes it by; asked again while waiting.</summary>
    public required Func<TimeSpan> Patience { get; init; }

    /// <summary>Publishes one message.</summary>
    /// <param name="topic">The topic, also the message's first frame.</param>
    /// <param name="frames">The message.</param>
    /// <param name="room">How many bytes may be waiting for a slow client before this message has to; null when it need not.</param>
    /// <returns>Whether every subscriber will get it.</returns>
    public async ValueTask<bool> PublishAsync(byte[] topic, IReadOnlyList<ReadOnlyMemory<byte>> frames, int? room)
    {
        byte[]? message = null;
        var reachedAll = true;
        foreach (var (peer, subscriber) in subscribers)
        {
            if (!subscriber.Wants(topic))
                continue;
            message ??= ZmtpFrames.Encode(frames);
            var arrived = await peer.SendAsync(message, room, () => subscriber.HasStalled ? TimeSpan.Zero : Patience());
            if (room is not null)
                subscriber.HasStalled = !arrived;
            reachedAll &= arrived;
        }

        return reachedAll;
    }

    protected override async ValueTask OnMessageAsync(ZmtpPeer peer, byte[][] frames)
    {
        if (frames is not [[var verb, .. var topic]])
            return;
        var subscriber = subscribers.GetOrAdd(peer, _ => new Subscriber());
        if (verb == 1)
        {
            subscriber.Add(topic);
            await peer.SendAsync(ZmtpFrames.Encode(welcome(topic)));
        }
        else if (verb == 0)
        {
            subscriber.Remove(topic);
        }
    }

    protected override void OnDisconnected(ZmtpPeer peer) => subscribers.TryRemove(peer, out _);

    private sealed class Subscriber
    {
        private const int MaxTopics = 1000;
        private readonly List<byte[]> topics = [];

        public bool HasStalled { get; set; }

        public bool Wants(byte[] topic)
        {
            lock (topics)
                return topics.Exists(prefix => topic.AsSpan().StartsWith(prefix));
        }

        public void Add(byte[] topic)
        {
            lock (topics)
            {
                if (topics.Count < MaxTopics)
                    topics.Add(topic);
            }
        }

        public void Remove(byte[] topic)
        {
            lock (topics)
            {
                var found = topics.FindIndex(known => known.AsSpan().SequenceEqual(topic));
                if (found >= 0)
                    topics.RemoveAt(found);
            }
        }
    }
}
