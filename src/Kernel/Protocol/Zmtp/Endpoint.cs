using System.Net;
using System.Net.Sockets;

namespace Notebooks.Jupyter.Protocol.Zmtp;

/// <summary>Place where a socket listens: a TCP port of one address, or a socket file.</summary>
/// <param name="Channel">The channel's name, for messages: <c>shell</c>, <c>iopub</c> …</param>
/// <param name="Address">An <see cref="IPEndPoint"/> or a <see cref="UnixDomainSocketEndPoint"/>.</param>
internal sealed record Endpoint(string Channel, EndPoint Address)
{
    /// <summary>Listens there, and only there.</summary>
    /// <exception cref="IOException">The place is taken, or the address is not this machine's.</exception>
    internal Socket Listen()
    {
        var isTcp = Address is IPEndPoint;
        var socket = new Socket(Address.AddressFamily, SocketType.Stream, isTcp ? ProtocolType.Tcp : ProtocolType.Unspecified);
        try
        {
            Remove();
            socket.Bind(Address);
            socket.Listen();
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw new IOException($"the {Channel} channel cannot listen at {Address}: {error.Message}", error);
        }
    }

    /// <summary>Takes the socket file away, if there is one.</summary>
    internal void Remove()
    {
        if (Address is UnixDomainSocketEndPoint)
            File.Delete(Address.ToString()!);
    }
}
