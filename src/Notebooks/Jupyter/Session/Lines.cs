using System.Text.Json.Nodes;
using Notebooks.Sessions;

namespace Notebooks.Jupyter.Session;

/// <summary>What a session says, as the JSON that goes from its process to the kernel.</summary>
internal static class Lines
{
    /// <summary>Something that a running cell emits.</summary>
    /// <param name="emitted">The event.</param>
    public static JsonObject From(SessionEvent emitted) => emitted switch
    {
        SessionEvent.Text text => new() { ["event"] = "text", ["name"] = text.Name, ["text"] = text.Content },
        SessionEvent.Display shown => new() { ["event"] = "display", ["data"] = From(shown.Data), ["display"] = shown.DisplayId },
        SessionEvent.UpdateDisplay shown => new() { ["event"] = "update", ["data"] = From(shown.Data), ["display"] = shown.DisplayId },
        SessionEvent.ClearOutput clear => new() { ["event"] = "clear", ["wait"] = clear.Wait },
        _ => throw new ArgumentException($"{emitted.GetType().Name} is no known event.", nameof(emitted)),
    };

    /// <summary>How a cell ended.</summary>
    /// <param name="result">The result.</param>
    public static JsonObject From(CellResult result) => new()
    {
        ["value"] = result.Value is { } value ? From(value) : null,
        ["error"] = result.Error is not { } error ? null : new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
    };

    /// <summary>A text of a line; empty when it is missing.</summary>
    /// <param name="line">The line.</param>
    /// <param name="name">The property.</param>
    public static string Text(this JsonObject line, string name) => line[name]?.GetValue<string>() ?? "";

    private static JsonObject From(MimeBundle bundle) =>
        new(bundle.Data.Select(item => KeyValuePair.Create<string, JsonNode?>(item.Key, item.Value.DeepClone())));
}
