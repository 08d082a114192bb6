using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Notebooks.Jupyter.Protocol;
using Notebooks.Jupyter.Requests;

namespace Notebooks.Jupyter;

/// <summary>
/// The Jupyter kernel: takes requests one after the other on the shell channel, and beside a running cell on the control
/// channel. Around each it publishes that it is busy and idle, so that a client knows which output belongs to what.
/// </summary>
public sealed class Kernel : IAsyncDisposable
{
    private readonly Channel<Request> shell = Channel.CreateUnbounded<Request>();
    private readonly Channel<Request> control = Channel.CreateUnbounded<Request>();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly History history = new();
    private readonly KernelChannels channels;
    private readonly CellExecution execution;
    private readonly Help help;
    private int aborting;

    /// <summary>Binds the sockets and starts the session.</summary>
    /// <exception cref="IOException">A place is taken.</exception>
    internal Kernel(ConnectionFile connection)
    {
        channels = new KernelChannels(
            connection, request => (request.IsControl ? control : shell).Writer.TryWrite(request), answer => execution!.Answer(answer));
        execution = new CellExecution(channels, history);
        help = new Help(execution.Session);
    }

    /// <summary>Serves until it is asked to shut down, or whoever started it is gone.</summary>
    /// <param name="connectionFile">The file in which Jupyter says where to listen.</param>
    /// <exception cref="InvalidDataException">It cannot be read, or is no connection file.</exception>
    /// <exception cref="IOException">A place is taken.</exception>
    public static async Task RunAsync(string connectionFile)
    {
        await using var kernel = new Kernel(ConnectionFile.Read(connectionFile));
        await kernel.RunAsync();
    }

    /// <summary>Serves until it is asked to shut down, or whoever started it is gone.</summary>
    internal async Task RunAsync()
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            execution.Interrupt();
        });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            ended.TrySetResult();
        });
        channels.Start();
        _ = ServeAsync(shell.Reader);
        _ = ServeAsync(control.Reader);
        await Task.WhenAny(ended.Task, ParentProcess.EndedAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        execution.Dispose();
        help.Dispose();
        await channels.DisposeAsync();
    }

    private async Task ServeAsync(ChannelReader<Request> requests)
    {
        await foreach (var request in requests.ReadAllAsync())
        {
            try
            {
                await channels.PublishAsync("status", request, Content.Status("busy"));
                await HandleAsync(request, isAborted: !request.IsControl && aborting > 0);
                await channels.PublishAsync("status", request, Content.Status("idle"));
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // A mistake of ours with one message must not end the kernel.
                await Console.Error.WriteLineAsync($"kernel: {request.Message.Type}: {error}");
                await channels.PublishAsync("status", request, Content.Status("idle"));
            }

            if (!request.IsControl && aborting > 0)
                aborting--;
            if (request.Message.Type == "shutdown_request")
                ended.TrySetResult();
        }
    }

    private async Task HandleAsync(Request request, bool isAborted)
    {
        switch (request.Message.Type)
        {
            case "execute_request" when isAborted:
                await channels.ReplyAsync(request, new JsonObject { ["status"] = "aborted", ["execution_count"] = 0 });
                break;
            case "execute_request":
                await ExecuteAsync(request);
                break;
            case "comm_open":
                // No target is known: the front end learns that nobody listens.
                await channels.PublishAsync(
                    "comm_close", request, new JsonObject { ["comm_id"] = request.Message.Text("comm_id"), ["data"] = new JsonObject() });
                break;
            case var type when type.EndsWith("_request", StringComparison.Ordinal):
                await channels.ReplyAsync(request, await AnswerAsync(request));
                break;
        }
    }

    private async Task<JsonObject> AnswerAsync(Request request)
    {
        var message = request.Message;
        switch (message.Type)
        {
            case "kernel_info_request":
                return KernelInfo.Reply();
            case "complete_request" or "inspect_request" or "is_complete_request":
                return await help.ReplyAsync(message);
            case "history_request":
                return history.Reply(message);
            case "comm_info_request":
                var comms = Content.Ok();
                comms["comms"] = new JsonObject();
                return comms;
            case "interrupt_request":
                execution.Interrupt();
                return Content.Ok();
            case "shutdown_request":
                var goodbye = Content.Ok();
                goodbye["restart"] = message.Flag("restart", false);
                await channels.PublishAsync("shutdown_reply", request, goodbye.DeepClone().AsObject());
                return goodbye;
            case "debug_request":
                return new JsonObject
                {
                    ["type"] = "response",
                    ["request_seq"] = message.Number("seq") ?? 0,
                    ["success"] = false,
                    ["command"] = message.Text("command"),
                    ["message"] = "This kernel has no debugger.",
                };
            default:
                return Content.Error("UnknownRequest", $"This kernel does not know {message.Type}.");
        }
    }

    /// <summary>Executes a cell; after a failure those that are waiting already are not executed any more.</summary>
    private async Task ExecuteAsync(Request request)
    {
        var reply = await execution.ExecuteAsync(request);
        await channels.ReplyAsync(request, reply);
        if (reply["status"]!.GetValue<string>() == "error" && request.Message.Flag("stop_on_error", true))
            aborting = shell.Reader.Count + 1;
        _ = help.PrepareAsync();
    }
}
