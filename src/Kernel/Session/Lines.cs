using System.Text.Json.Nodes;
using Notebooks.Jupyter.Language;
using Notebooks.Sessions.Messages;

namespace Notebooks.Jupyter.Session;

/// <summary>What a session says, as the JSON that goes from its process to the kernel.</summary>
internal static class Lines
{
    /// <summary>Something that a running cell emits.</summary>
    /// <param name="emitted">The event.</param>
    public static JsonObject From(SessionEvent emitted) => emitted switch
    {
        SessionEvent.Text text => new() { ["event"] = "text", ["name"] = text.Name, ["text"] = text.Content },
        SessionEvent.Value result => new() { ["event"] = "value", ["data"] = result.Data.ToJson() },
        SessionEvent.Display shown => new() { ["event"] = "display", ["data"] = shown.Data.ToJson(), ["display"] = shown.DisplayId },
        SessionEvent.UpdateDisplay shown => new() { ["event"] = "update", ["data"] = shown.Data.ToJson(), ["display"] = shown.DisplayId },
        _ => throw new ArgumentException($"{emitted.GetType().Name} is no known event.", nameof(emitted)),
    };

    /// <summary>How a cell ended.</summary>
    /// <param name="result">The result.</param>
    public static JsonObject From(CellResult result) => new()
    {
        ["error"] = result.Error is not { } error ? null : new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
    };

    /// <summary>What could stand at the cursor, as <c>complete_reply</c> has it.</summary>
    /// <param name="answer">The candidates.</param>
    public static JsonObject From(CompletionAnswer answer) => new()
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
    };

    /// <summary>What is known about a name, as <c>inspect_reply</c> has it.</summary>
    /// <param name="known">The documentation, if any.</param>
    public static JsonObject From(Documentation? known) => new()
    {
        ["found"] = known is not null,
        ["data"] = known is null ? [] : new JsonObject { ["text/plain"] = known.Plain, ["text/markdown"] = known.Markdown },
        ["metadata"] = new JsonObject(),
    };

    /// <summary>Whether a cell is ready, as <c>is_complete_reply</c> has it.</summary>
    /// <param name="judged">The judgement.</param>
    public static JsonObject From((string Status, string Indent) judged) =>
        judged.Status == "incomplete"
            ? new() { ["status"] = judged.Status, ["indent"] = judged.Indent }
            : new() { ["status"] = judged.Status };

    /// <summary>A text of a line; empty when it is missing.</summary>
    /// <param name="line">The line.</param>
    /// <param name="name">The property.</param>
    public static string Text(this JsonObject line, string name) => line[name]?.GetValue<string>() ?? "";
}
