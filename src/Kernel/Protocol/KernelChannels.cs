using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Jupyter.Protocol.Messages;
using Notebooks.Jupyter.Protocol.Zmtp;

namespace Notebooks.Jupyter.Protocol;

/// <summary>The kernel's five sockets, in messages.</summary>
internal sealed class KernelChannels : IAsyncDisposable
{
    // A cell that runs waits long for a client that reads slowly; one that is told to stop has half a second left in all.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LastPatience = TimeSpan.FromMilliseconds(500);

    private readonly WireFormat wire;
    private readonly RouterSocket shell;
    private readonly RouterSocket control;
    private readonly RouterSocket input;
    private readonly PublisherSocket iopub;
    private readonly EchoSocket heartbeat;
    private DateTime? hurriedAt;

    /// <summary>Binds the sockets; nothing is received before <see cref="Start"/>.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="onRequest">Receives what comes on the shell and the control channel.</param>
    /// <param name="onInput">Receives answers to <see cref="AskAsync"/>.</param>
    /// <exception cref="IOException">A place is taken.</exception>
    public KernelChannels(ConnectionFile connection, Action<Request> onRequest, Action<Message> onInput)
    {
        wire = new WireFormat(connection.Signature);
        shell = new RouterSocket(connection.Shell, Reader(message => onRequest(new Request(message, IsControl: false))));
        control = new RouterSocket(connection.Control, Reader(message => onRequest(new Request(message, IsControl: true))));
        input = new RouterSocket(connection.Input, Reader(onInput));
        iopub = new PublisherSocket(
            connection.IOPub, Welcome)
        { Patience = () => hurriedAt is { } since ? since + LastPatience - DateTime.UtcNow : Patience };
        heartbeat = new EchoSocket(connection.Heartbeat);
    }

    /// <summary>True if output no longer waits for clients that do not read it.</summary>
    public bool IsInHurry
    {
        set => hurriedAt = value ? DateTime.UtcNow : null;
    }

    /// <summary>Begins to listen.</summary>
    public void Start()
    {
        heartbeat.Start();
        iopub.Start();
        input.Start();
        control.Start();
        shell.Start();
    }

    /// <summary>Tells everybody something.</summary>
    /// <param name="type">The message's type.</param>
    /// <param name="parent">The request that caused it; null when none did.</param>
    /// <param name="content">What.</param>
    /// <param name="room">How many bytes may be waiting for a slow client before this message has to; null when it need not.</param>
    /// <returns>Whether everybody gets it.</returns>
    public ValueTask<bool> PublishAsync(string type, Request? parent, JsonObject content, int? room = null)
    {
        var topic = Encoding.ASCII.GetBytes(type);
        return iopub.PublishAsync(topic, wire.Write([topic], type, parent?.Message.Header, content), room);
    }

    /// <summary>Answers a request.</summary>
    public async ValueTask ReplyAsync(Request request, JsonObject content)
    {
        var type = request.Message.Type.Replace("_request", "", StringComparison.Ordinal) + "_reply";
        var socket = request.IsControl ? control : shell;
        var (client, prefix) = Route(request);
        await socket.SendAsync(client, wire.Write(prefix, type, request.Message.Header, content));
    }

    /// <summary>Asks the person at the front end that sent a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prompt">What to ask.</param>
    /// <param name="isPassword">Whether the answer must not be shown while it is typed.</param>
    public async ValueTask AskAsync(Request request, string prompt, bool isPassword)
    {
        var (client, prefix) = Route(request);
        var content = new JsonObject { ["prompt"] = prompt, ["password"] = isPassword };
        await input.SendAsync(client, wire.Write(prefix, "input_request", request.Message.Header, content));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await shell.DisposeAsync();
        await control.DisposeAsync();
        await input.DisposeAsync();
        await iopub.DisposeAsync();
        await heartbeat.DisposeAsync();
    }

    private static (byte[] Client, byte[][] Prefix) Route(Request request) =>
        (request.Message.Identities[0], [.. request.Message.Identities.Skip(1)]);

    private Func<byte[], byte[][], ValueTask> Reader(Action<Message> receive) => (client, frames) =>
    {
        if (wire.Read([client, .. frames]) is { } message)
            receive(message);
        return ValueTask.CompletedTask;
    };

    private IReadOnlyList<ReadOnlyMemory<byte>> Welcome(byte[] topic)
    {
        var content = new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) };
        return wire.Write([Encoding.ASCII.GetBytes("iopub_welcome")], "iopub_welcome", default, content);
    }
}
