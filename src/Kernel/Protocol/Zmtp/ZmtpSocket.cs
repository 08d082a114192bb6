using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Notebooks.Jupyter.Protocol.Zmtp;

/// <summary>
/// A bound ZeroMQ socket. A kernel only ever binds, so this is all it needs. NetMQ would be the package for it, but one
/// wrong byte in a handshake ends its process, its publisher drops or grows without bound when a client reads slowly, and
/// its <c>ipc</c> is not ZeroMQ's.
/// </summary>
internal abstract class ZmtpSocket : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ZmtpPeer, byte> peers = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Socket listener;
    private readonly Endpoint endpoint;

    protected ZmtpSocket(Endpoint endpoint)
    {
        this.endpoint = endpoint;
        listener = endpoint.Listen();
    }

    protected ICollection<ZmtpPeer> Peers => peers.Keys;

    /// <summary>The socket's ZeroMQ type, and those it talks to.</summary>
    protected abstract (string Own, string[] Accepted) Types { get; }

    /// <summary>Begins to accept clients.</summary>
    public void Start() => _ = AcceptAsync();

    /// <summary>Lets what is queued go out, for a moment, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1)))
            await Task.WhenAll(Peers.Select(peer => peer.FlushAsync(patience.Token)));
        await closing.CancelAsync();
        listener.Dispose();
        foreach (var peer in Peers)
            peer.Dispose();
        endpoint.Remove();
        closing.Dispose();
    }

    protected virtual void OnConnected(ZmtpPeer peer)
    {
    }

    protected virtual void OnDisconnected(ZmtpPeer peer)
    {
    }

    protected abstract ValueTask OnMessageAsync(ZmtpPeer peer, byte[][] frames);

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptAsync(closing.Token);
                if (socket.ProtocolType == ProtocolType.Tcp)
                    socket.NoDelay = true;
                _ = TalkAsync(socket);
            }
            catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // That client went away between knocking and entering (or descriptors are short): the next one counts.
                await Task.Delay(10);
            }
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        using var peer = new ZmtpPeer(socket);
        var stop = closing.Token;
        try
        {
            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(stop))
            {
                patience.CancelAfter(TimeSpan.FromSeconds(30));
                if (!await peer.HandshakeAsync(Types.Own, Types.Accepted, patience.Token))
                    return;
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
            }

            peers[peer] = 0;
            OnConnected(peer);
            while (await peer.ReceiveAsync(stop) is { } frames)
                await OnMessageAsync(peer, frames);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client is gone, or we are.
        }
        finally
        {
            peers.TryRemove(peer, out _);
            OnDisconnected(peer);
        }
    }
}
