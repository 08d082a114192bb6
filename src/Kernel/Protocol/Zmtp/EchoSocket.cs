namespace Notebooks.Jupyter.Protocol.Zmtp;

/// <summary>The heartbeat: whatever comes goes back (ZeroMQ's REP, envelope included).</summary>
internal sealed class EchoSocket(Endpoint endpoint) : ZmtpSocket(endpoint)
{
    private const int MaxQueuedBytes = 1 << 20;

    protected override (string Own, string[] Accepted) Types => ("REP", ["REQ", "DEALER"]);

    protected override async ValueTask OnMessageAsync(ZmtpPeer peer, byte[][] frames)
    {
        var echo = ZmtpFrames.Encode([.. frames.Select(frame => new ReadOnlyMemory<byte>(frame))]);
        if (!await peer.SendAsync(echo, MaxQueuedBytes, () => TimeSpan.FromSeconds(1)))
            peer.Dispose();
    }
}
