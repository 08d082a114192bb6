using System.Text.Json;
using System.Text.Json.Nodes;
using Notebooks.Sessions.Messages;

namespace Notebooks.Running;

/// <summary>What the engine and a worker process say to each other: one JSON object a line.</summary>
internal static partial class WorkerMessage
{
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 1000 };

    /// <summary>Reads a line.</summary>
    public static JsonObject Parse(string line) => JsonNode.Parse(line, documentOptions: AnyDepth)!.AsObject();

    /// <summary>The worker's first word.</summary>
    public static JsonObject Ready => new() { ["ready"] = true };

    /// <summary>A cell to execute.</summary>
    public static JsonObject From(CellRequest request) => new()
    {
        ["code"] = request.Code,
        ["notebook"] = request.NotebookName,
        ["cell"] = request.CellNumber,
    };

    /// <summary>The cell to execute.</summary>
    public static CellRequest ToRequest(JsonObject message) =>
        new(Text(message, "code"), Text(message, "notebook"), message["cell"]!.GetValue<int>());

    /// <summary>Something that the running cell emits.</summary>
    public static JsonObject From(SessionEvent happened) => happened switch
    {
        SessionEvent.Text text => new() { ["text"] = text.Content, ["stream"] = text.Name },
        SessionEvent.Value value => new() { ["value"] = value.Data.ToJson() },
        SessionEvent.Display display => new() { ["display"] = display.DisplayId, ["data"] = display.Data.ToJson() },
        SessionEvent.UpdateDisplay update => new() { ["update"] = update.DisplayId, ["data"] = update.Data.ToJson() },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "no such event"),
    };

    /// <summary>What the running cell emitted, or null when the message is another one.</summary>
    public static SessionEvent? ToEvent(JsonObject message)
    {
        if (message.ContainsKey("text"))
            return new SessionEvent.Text(Text(message, "stream"), Text(message, "text"));
        if (message.ContainsKey("value"))
            return new SessionEvent.Value(MimeBundle.Of(message["value"]));
        if (message.ContainsKey("display"))
            return new SessionEvent.Display(MimeBundle.Of(message["data"]), Text(message, "display"));
        if (message.ContainsKey("update"))
            return new SessionEvent.UpdateDisplay(MimeBundle.Of(message["data"]), Text(message, "update"));
        return null;
    }

    /// <summary>What packages the running cell waits for; null when they are there or cannot be had.</summary>
    public static JsonObject Restoring(string? state) => new() { ["restoring"] = state };

    /// <summary>Whether the message says what packages the cell waits for.</summary>
    public static bool IsRestoring(JsonObject message, out string? state)
    {
        state = message["restoring"]?.GetValue<string>();
        return message.ContainsKey("restoring");
    }

    /// <summary>How the cell ended.</summary>
    public static JsonObject From(CellResult result)
    {
        var message = new JsonObject { ["done"] = true };
        if (result.Error is { } error)
        {
            message["error"] = error.Name;
            message["message"] = error.Message;
            message["traceback"] = Array(error.Traceback);
        }

        return message;
    }

    /// <summary>How the cell ended, or null when the message is another one.</summary>
    public static CellResult? ToResult(JsonObject message)
    {
        if (!message.ContainsKey("done"))
            return null;
        var error = message.ContainsKey("error")
            ? new CellError(
                Text(message, "error"),
                Text(message, "message"),
                Texts(message, "traceback"))
            : null;
        return new CellResult(error);
    }

    private static string Text(JsonObject message, string key) => message[key]!.GetValue<string>();

    private static string[] Texts(JsonObject message, string key) => [.. message[key]!.AsArray().Select(text => text!.GetValue<string>())];

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
