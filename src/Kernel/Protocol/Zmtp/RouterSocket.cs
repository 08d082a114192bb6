using System.Collections.Concurrent;

namespace Notebooks.Jupyter.Protocol.Zmtp;

/// <summary>Receives from many clients and answers each by its identity (ZeroMQ's ROUTER).</summary>
internal sealed class RouterSocket(Endpoint endpoint, Func<byte[], byte[][], ValueTask> receive) : ZmtpSocket(endpoint)
{
    private const int MaxQueuedBytes = 64 << 20;

    private readonly ConcurrentDictionary<string, ZmtpPeer> byIdentity = new(StringComparer.Ordinal);

    protected override (string Own, string[] Accepted) Types => ("ROUTER", ["DEALER", "REQ", "ROUTER"]);

    /// <summary>Sends to the client of that identity; one that has gone misses it, as ZeroMQ has it.</summary>
    public async ValueTask SendAsync(byte[] identity, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        if (byIdentity.TryGetValue(Convert.ToHexString(identity), out var peer)
            && !await peer.SendAsync(ZmtpFrames.Encode(frames), MaxQueuedBytes, () => TimeSpan.FromSeconds(5)))
            peer.Dispose();
    }

    protected override void OnConnected(ZmtpPeer peer) => byIdentity[Convert.ToHexString(peer.Identity)] = peer;

    protected override void OnDisconnected(ZmtpPeer peer) =>
        byIdentity.TryRemove(KeyValuePair.Create(Convert.ToHexString(peer.Identity), peer));

    protected override ValueTask OnMessageAsync(ZmtpPeer peer, byte[][] frames) => receive(peer.Identity, frames);
}
