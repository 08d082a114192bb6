using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Cells;

/// <summary>What a cell emitted, in one form for both kernels: what differs in every run or on every machine is taken out.</summary>
internal sealed partial class Transcript
{
    private readonly List<Output> outputs = [];
    private readonly List<string> displays = [];
    private bool isReplyError;

    private Transcript()
    {
    }

    /// <summary>What was emitted, in order.</summary>
    public IReadOnlyList<Output> Outputs => outputs;

    /// <summary>Reads a cell's messages.</summary>
    /// <param name="messages">The messages.</param>
    public static Transcript Of(JsonElement messages)
    {
        var transcript = new Transcript();
        foreach (var message in messages.EnumerateArray())
            transcript.Add(message.GetProperty("type").GetString()!, message);
        transcript.FinishDiagnostics();
        transcript.FinishReply();
        return transcript;
    }

    /// <summary>
    /// Whether ours emitted the same as this one, the real kernel's. Plain text that ours adds to a value does not count:
    /// Jupyter's protocol wants it beside every representation.
    /// </summary>
    /// <param name="ours">What ours emitted.</param>
    public bool AgreesWith(Transcript ours) => outputs.Count == ours.outputs.Count
        && outputs.Zip(ours.outputs).All(pair => pair.First.ToString() == pair.Second.ToString()
            || pair.First.ToString() == pair.Second.WithoutExtraText().ToString());

    /// <summary>As the table writes it: one output after the other.</summary>
    public override string ToString() => string.Join('\n', outputs.Select(output => output.WithoutExtraText()));

    private void Add(string type, JsonElement message)
    {
        switch (type)
        {
            case "stream":
                AddText(Text(message, "name"), Text(message, "text"));
                break;
            case "execute_result":
                outputs.Add(new Output("result", Bundle(message)));
                break;
            case "display_data":
                displays.Add(DisplayId(message));
                outputs.Add(new Output($"display {displays.Count}", Bundle(message)));
                break;
            case "update_display_data":
                var number = displays.IndexOf(DisplayId(message)) + 1;
                AddUpdate(new Output(number > 0 ? $"update {number}" : "update of another", Bundle(message)));
                break;
            case "clear_output":
                outputs.Add(Output.Text("clear", message.GetProperty("wait").GetBoolean() ? "before the next output" : "at once"));
                break;
            case "input_request":
                outputs.Add(Output.Text(message.GetProperty("password").GetBoolean() ? "password" : "input", Text(message, "prompt")));
                break;
            case "error":
                AddError(Text(message, "ename"), Normalised.Text(Text(message, "evalue")));
                break;
            case "reply":
                isReplyError = Text(message, "status") != "ok";
                break;
            default:
                outputs.Add(Output.Text(type, message.TryGetProperty("text", out var text) ? text.GetString()! : ""));
                break;
        }
    }

    /// <summary>Adds what is shown instead, where it is something else.</summary>
    private void AddUpdate(Output update)
    {
        var shown = update.Kind["update ".Length..];
        var before = outputs.LastOrDefault(output => output.Kind == update.Kind || output.Kind == $"display {shown}");
        if (before is null || (before.WithoutExtraText() with { Kind = update.Kind }).ToString() != update.WithoutExtraText().ToString())
            outputs.Add(update);
    }

    /// <summary>Joins what a cell writes piece by piece: how text is cut into messages is the kernel's own business.</summary>
    private void AddText(string stream, string text)
    {
        var before = "";
        if (outputs.LastOrDefault()?.Kind == stream)
        {
            before = outputs[^1].Content[""];
            outputs.RemoveAt(outputs.Count - 1);
        }

        outputs.Add(Output.Text(stream, before + Normalised.Text(text)));
    }

    /// <summary>
    /// An error by its exception and message. The real kernel calls each "Error", puts type and stack into the message, and
    /// what does not compile on standard error before it.
    /// </summary>
    private void AddError(string name, string message)
    {
        if (name == "Error" && message == "compilation error" && outputs.LastOrDefault()?.Kind == "stderr")
        {
            (name, message) = ("CompilationError", Normalised.Diagnostics(outputs[^1].Content[""]));
            outputs.RemoveAt(outputs.Count - 1);
        }
        else if (name == "Error" && message.Contains(": error DNI", StringComparison.Ordinal))
        {
            name = "MagicCommandError";
        }
        else if (name == "Error" && ThrownException().Match(message) is { Success: true } thrown)
        {
            (name, message) = (thrown.Groups["type"].Value, thrown.Groups["message"].Value);
        }

        outputs.Add(Output.Text($"error {name}", Normalised.Diagnostics(message)));
    }

    /// <summary>Warnings in the one form of both kernels; what is left of them may be nothing.</summary>
    private void FinishDiagnostics()
    {
        for (var i = outputs.Count - 1; i >= 0; i--)
        {
            if (outputs[i].Kind != "stderr")
                continue;
            outputs[i] = Output.Text("stderr", Normalised.Diagnostics(outputs[i].Content[""]));
            if (outputs[i].Content[""].Length == 0)
                outputs.RemoveAt(i);
        }
    }

    /// <summary>The reply says whether the cell failed, as the error does; where it says something else, that counts.</summary>
    private void FinishReply()
    {
        var isError = outputs.Any(output => output.Kind.StartsWith("error ", StringComparison.Ordinal));
        if (isReplyError != isError)
            outputs.Add(Output.Text("reply", isReplyError ? "error" : "ok"));
    }

    private static string Text(JsonElement message, string property) => message.GetProperty(property).GetString() ?? "";

    private static string DisplayId(JsonElement message) =>
        message.TryGetProperty("transient", out var transient) && transient.TryGetProperty("display_id", out var id)
            ? id.GetString() ?? ""
            : "";

    private static Dictionary<string, string> Bundle(JsonElement message) => message.GetProperty("data").EnumerateObject()
        .ToDictionary(item => item.Name, item =>
            Normalised.Text(item.Value.ValueKind == JsonValueKind.String ? item.Value.GetString()! : item.Value.GetRawText()));

    [GeneratedRegex(
        @"^(?:[\w.#]+[.+])?(?<type>\w*Exception|TooLate)(?:`\d)?(?:\[.*?\])?: (?"
            + @"<message>.*?)(?:\n ---> .*|\n   at .*|\n--- End .*|\nFile name: .*)?$", RegexOptions.Singleline)]
    private static partial Regex ThrownException();
}
