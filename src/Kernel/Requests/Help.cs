using System.Text.Json.Nodes;
using Notebooks.Jupyter.Language;
using Notebooks.Jupyter.Protocol.Messages;
using Notebooks.Jupyter.Session;

namespace Notebooks.Jupyter.Requests;

/// <summary>Helps whoever types a cell: completion, documentation, whether it is complete.</summary>
/// <param name="session">The session that the cell is for.</param>
internal sealed class Help(RestartingSession session) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly LanguageServices language = new(() => session.Scope, session.MagicCommandsAsync);
    private bool isPreparing;

    /// <summary>The answer to <c>complete_request</c>, <c>inspect_request</c> or <c>is_complete_request</c>.</summary>
    public async Task<JsonObject> ReplyAsync(Message request)
    {
        var code = request.Text("code");
        var cursor = request.Number("cursor_pos") ?? code.Length;
        try
        {
            return request.Type switch
            {
                "complete_request" => Reply(await language.CompleteAsync(code, cursor)),
                "inspect_request" => Reply(await language.InspectAsync(code, cursor)),
                _ => Reply(CodeCompleteness.Of(code)),
            };
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A mistake of ours there is no answer, not the end.
            return Content.Error("LanguageServices", $"{error.GetType().Name}: {error.Message}");
        }
    }

    /// <summary>Between two cells there is time to prepare for the person who types the next one.</summary>
    public async Task PrepareAsync()
    {
        await Task.Delay(Pause);
        if (session.IsRunning || Interlocked.Exchange(ref isPreparing, true))
            return;
        try
        {
            await language.PrepareAsync();
        }
        finally
        {
            isPreparing = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => language.Dispose();

    private static JsonObject Reply(CompletionAnswer answer) => new()
    {
        ["matches"] = new JsonArray([.. answer.Matches.Select(match => JsonValue.Create(match.Text))]),
        ["cursor_start"] = answer.Start,
        ["cursor_end"] = answer.End,
        ["metadata"] = new JsonObject
        {
            ["_jupyter_types_experimental"] = new JsonArray([.. answer.Matches.Select(match => new JsonObject
            {
                ["start"] = answer.Start,
                ["end"] = answer.End,
                ["text"] = match.Text,
                ["type"] = match.Kind,
            })]),
        },
        ["status"] = "ok",
    };

    private static JsonObject Reply(Documentation? known) => new()
    {
        ["found"] = known is not null,
        ["data"] = known is null ? [] : new JsonObject { ["text/plain"] = known.Plain, ["text/markdown"] = known.Markdown },
        ["metadata"] = new JsonObject(),
        ["status"] = "ok",
    };

    private static JsonObject Reply((string Status, string Indent) judged) => judged.Status == "incomplete"
        ? new() { ["status"] = judged.Status, ["indent"] = judged.Indent }
        : new() { ["status"] = judged.Status };
}
