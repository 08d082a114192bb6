using System.Text.Json.Nodes;
using Notebooks.Jupyter.Protocol;
using Notebooks.Jupyter.Protocol.Messages;
using Notebooks.Jupyter.Session;
using Notebooks.Sessions.Messages;

namespace Notebooks.Jupyter.Requests;

/// <summary>Executes cells and publishes what they emit.</summary>
internal sealed class CellExecution : IDisposable
{
    private static readonly string NotebookName =
        Path.GetFileName(Environment.GetEnvironmentVariable("JPY_SESSION_NAME")) is { Length: > 0 } name ? name : "notebook";

    // A flood is mostly text: the less of it is waiting, the sooner a client sees that it was interrupted.
    private const int RoomForText = 1 << 20;
    private const int RoomForOutput = 16 << 20;

    private readonly KernelChannels channels;
    private readonly History history;
    private Request? current;
    private Message? question;
    private int count;
    private int lost;
    private bool isStored;

    /// <summary>Starts the session.</summary>
    public CellExecution(KernelChannels channels, History history)
    {
        this.channels = channels;
        this.history = history;
        Session = new RestartingSession(ReceiveAsync, AskAsync);
    }

    /// <summary>The session that the cells run in.</summary>
    public RestartingSession Session { get; }

    /// <summary>Executes the cell of an <c>execute_request</c>.</summary>
    /// <returns>The answer.</returns>
    public async Task<JsonObject> ExecuteAsync(Request request)
    {
        var message = request.Message;
        var code = message.Text("code");
        var isSilent = message.Flag("silent", false);
        isStored = !isSilent && message.Flag("store_history", true) && !string.IsNullOrWhiteSpace(code);
        if (isStored)
            history.Add(++count, code);
        (current, lost) = (request, 0);
        channels.IsInHurry = false;
        if (!isSilent)
            await channels.PublishAsync("execute_input", request, new JsonObject { ["code"] = code, ["execution_count"] = count });

        var cell = count;
        var answer = await Session.ExecuteAsync(new CellRequest(code, NotebookName, cell), Expressions(message));
        question = null;
        if (answer.IsLost)
        {
            history.StartSession();
            count = 0;
        }

        if (lost > 0)
            await channels.PublishAsync(
                "stream", request, Content.Stream("stderr", $"[{lost} pieces of output are missing: nobody read them]\n"));
        if (answer.Result.Error is { } error && !isSilent)
            await channels.PublishAsync("error", request, Content.Error(error));
        var reply = Reply(answer);
        reply["execution_count"] = cell;
        reply["user_expressions"] ??= new JsonObject();
        reply["payload"] = new JsonArray();
        return reply;
    }

    /// <summary>Takes the answer of the person at the front end.</summary>
    /// <param name="answer">The <c>input_reply</c>.</param>
    public void Answer(Message answer)
    {
        if (Interlocked.Exchange(ref question, null) is not null)
            Session.Answer(answer.Text("value"));
    }

    /// <summary>Stops the running cell, and what it has printed but nobody read.</summary>
    public void Interrupt()
    {
        channels.IsInHurry = true;
        Session.Interrupt();
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();

    private static Dictionary<string, string> Expressions(Message request) =>
        (request.Content["user_expressions"] as JsonObject ?? []).ToDictionary(item => item.Key, item => item.Value?.ToString() ?? "");

    private static JsonObject Reply(CellAnswer answer)
    {
        if (answer.Result.Error is { } error)
            return Content.Error(error);
        var reply = Content.Ok();
        reply["user_expressions"] = new JsonObject(
            answer.Values.Select(item => KeyValuePair.Create<string, JsonNode?>(item.Key, Reply(item.Value))));
        return reply;
    }

    private static JsonObject Reply(ExpressionValue evaluated)
    {
        if (evaluated.Result.Error is { } error)
            return Content.Error(error);
        var value = Content.Ok();
        value["data"] = evaluated.Value?.ToJson() ?? [];
        value["metadata"] = new JsonObject();
        return value;
    }

    private async ValueTask ReceiveAsync(SessionEvent emitted)
    {
        if (current is not { } request || request.Message.Flag("silent", false))
            return;
        var (type, content) = emitted switch
        {
            SessionEvent.Text text => ("stream", Content.Stream(text.Name, text.Content)),
            SessionEvent.Value value => ("execute_result", Result(value.Data)),
            SessionEvent.Display shown => ("display_data", Shown(shown.Data, shown.DisplayId)),
            SessionEvent.UpdateDisplay shown => ("update_display_data", Shown(shown.Data, shown.DisplayId)),
            _ => throw new ArgumentException($"{emitted.GetType().Name} is no known event.", nameof(emitted)),
        };
        if (!await channels.PublishAsync(type, request, content, room: type == "stream" ? RoomForText : RoomForOutput))
            lost++;
    }

    private JsonObject Result(MimeBundle value)
    {
        var data = value.ToJson();
        if (isStored)
            history.AddOutput(data["text/plain"]?.ToString());
        return new JsonObject { ["execution_count"] = count, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    private static JsonObject Shown(MimeBundle value, string displayId) => new()
    {
        ["data"] = value.ToJson(),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = displayId },
    };

    private async ValueTask AskAsync(InputRequest asked)
    {
        if (current is not { } request || !request.Message.Flag("allow_stdin", true))
        {
            Session.Answer(null);
            return;
        }

        question = request.Message;
        await channels.AskAsync(request, asked.Prompt, asked.IsPassword);
    }
}
