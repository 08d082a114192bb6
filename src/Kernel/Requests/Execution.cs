using System.Text.Json.Nodes;
using Notebooks.Jupyter.Protocol;
using Notebooks.Jupyter.Protocol.Messages;
using Notebooks.Jupyter.Session;

namespace Notebooks.Jupyter.Requests;

/// <summary>Executes cells and publishes what they emit.</summary>
internal sealed class Execution : IDisposable
{
    private static readonly string NotebookName =
        Path.GetFileName(Environment.GetEnvironmentVariable("JPY_SESSION_NAME")) is { Length: > 0 } name ? name : "notebook";

    // A flood is mostly text: the less of it is waiting, the sooner a client sees that it was interrupted.
    private const int RoomForText = 1 << 20;
    private const int RoomForOutput = 16 << 20;

    private readonly KernelChannels channels;
    private readonly History history;
    private readonly CellSession session;
    private Request? current;
    private Message? question;
    private int count;
    private int lost;
    private bool isStored;

    /// <summary>Starts the session.</summary>
    /// <param name="channels">Where output goes.</param>
    /// <param name="history">Remembers the cells.</param>
    public Execution(KernelChannels channels, History history)
    {
        this.channels = channels;
        this.history = history;
        session = new CellSession(ReceiveAsync);
    }


    /// <summary>Executes the cell of an <c>execute_request</c>.</summary>
    /// <param name="request">The request.</param>
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

        var reply = await RunAsync(request, code);
        if (lost > 0)
            await channels.PublishAsync(
                "stream", request, Content.Stream("stderr", $"[{lost} pieces of output are missing: nobody read them]\n"));
        if (reply["status"]!.GetValue<string>() == "error" && !isSilent)
            await channels.PublishAsync("error", request, Content.Error(reply));
        return reply;
    }

    /// <summary>Helps whoever types: completion, documentation, whether a cell is complete.</summary>
    /// <param name="request">One of these three requests.</param>
    /// <returns>The answer.</returns>
    public async Task<JsonObject> HelpAsync(Message request)
    {
        var code = request.Text("code");
        var answer = await session.AskAsync(new JsonObject
        {
            ["do"] = request.Type[..^"_request".Length],
            ["code"] = code,
            ["cursor"] = request.Number("cursor_pos") ?? code.Length,
        });
        answer.Remove("id");
        answer["status"] ??= "ok";
        return answer["failure"] is { } failure ? Content.Error("LanguageServices", failure.GetValue<string>())
            : answer["error"] is JsonObject error ? Content.Error(error)
            : answer;
    }

    /// <summary>Takes the answer of the person at the front end.</summary>
    /// <param name="answer">The <c>input_reply</c>.</param>
    public void Answer(Message answer)
    {
        if (Interlocked.Exchange(ref question, null) is not null)
            session.Answer(answer.Text("value"));
    }

    /// <summary>Stops the running cell, and what it has printed but nobody read.</summary>
    public void Interrupt()
    {
        channels.IsInHurry = true;
        session.Interrupt();
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private async Task<JsonObject> RunAsync(Request request, string code)
    {
        var cell = count;
        var result = await session.ExecuteAsync(new JsonObject
        {
            ["do"] = "execute",
            ["code"] = code,
            ["notebook"] = NotebookName,
            ["cell"] = cell,
            ["expressions"] = request.Message.Content["user_expressions"]?.DeepClone(),
        });
        question = null;
        if (result["lost"] is not null)
        {
            history.StartSession();
            count = 0;
        }

        var reply = result["error"] is JsonObject error ? Content.Error(error) : Succeed(result);
        reply["execution_count"] = cell;
        reply["user_expressions"] ??= new JsonObject();
        reply["payload"] = new JsonArray();
        return reply;
    }

    private static JsonObject Succeed(JsonObject result)
    {
        var reply = Content.Ok();
        reply["user_expressions"] = new JsonObject(
            (result["expressions"] as JsonObject ?? []).Select(
                item => KeyValuePair.Create<string, JsonNode?>(item.Key, Value(item.Value!))));
        return reply;
    }

    private static JsonObject Value(JsonNode evaluated)
    {
        if (evaluated["error"] is JsonObject error)
            return Content.Error(error);
        var value = Content.Ok();
        value["data"] = evaluated["value"]?.DeepClone() ?? new JsonObject();
        value["metadata"] = new JsonObject();
        return value;
    }

    private async ValueTask ReceiveAsync(JsonObject emitted)
    {
        if (current is not { } request)
            return;
        if (emitted.Text("event") == "ask")
            await AskAsync(request, emitted);
        else if (!request.Message.Flag("silent", false))
            await PublishAsync(request, emitted);
    }

    private async ValueTask PublishAsync(Request request, JsonObject emitted)
    {
        var (type, content) = emitted.Text("event") switch
        {
            "text" => ("stream", Content.Stream(emitted.Text("name"), emitted.Text("text"))),
            "value" => ("execute_result", Result(emitted)),
            "update" => ("update_display_data", Shown(emitted)),
            _ => ("display_data", Shown(emitted)),
        };
        if (!await channels.PublishAsync(type, request, content, room: type == "stream" ? RoomForText : RoomForOutput))
            lost++;
    }

    private JsonObject Result(JsonObject emitted)
    {
        var data = emitted["data"]!.DeepClone();
        if (isStored)
            history.AddOutput(data["text/plain"]?.ToString());
        return new JsonObject { ["execution_count"] = count, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    private static JsonObject Shown(JsonObject emitted) => new()
    {
        ["data"] = emitted["data"]!.DeepClone(),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = emitted.Text("display") },
    };

    private async ValueTask AskAsync(Request request, JsonObject asked)
    {
        if (!request.Message.Flag("allow_stdin", true))
        {
            session.Answer(null);
            return;
        }

        question = request.Message;
        await channels.AskAsync(request, asked.Text("prompt"), asked["password"]!.GetValue<bool>());
    }
}
