using System.Text.Json.Nodes;
using Notebooks.Sessions.Messages;

namespace Notebooks.Jupyter.Requests;

/// <summary>Contents of messages that several answers share.</summary>
internal static class Content
{
    /// <summary>All went well.</summary>
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>Something failed.</summary>
    /// <param name="name">The kind of failure.</param>
    /// <param name="message">One line about it.</param>
    /// <param name="traceback">More lines; by default the message.</param>
    public static JsonObject Error(string name, string message, JsonArray? traceback = null) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = traceback ?? new JsonArray(message),
    };

    /// <summary>A cell failed.</summary>
    public static JsonObject Error(CellError error) => Error(
        error.Name, error.Message, new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]));

    /// <summary>State of the kernel: <c>busy</c>, <c>idle</c> or <c>starting</c>.</summary>
    public static JsonObject Status(string state) => new() { ["execution_state"] = state };

    /// <summary>Text on standard output or standard error.</summary>
    /// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">The text.</param>
    public static JsonObject Stream(string name, string text) => new() { ["name"] = name, ["text"] = text };
}
