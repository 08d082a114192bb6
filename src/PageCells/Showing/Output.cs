using System.Runtime.InteropServices.JavaScript;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace NeuralNets.PageCells.Showing;

/// <summary>
/// Sends the page what a cell shows, while it runs: <c>{ kind: "stdout" | "stderr", text }</c>, or
/// <c>{ kind: "display" | "result", id, mime }</c> with the forms of a value by MIME type; the same id again replaces it.
/// </summary>
internal static partial class Output
{
    private static int shown;

    /// <summary>Number of the cell that runs, or ran last.</summary>
    public static int Cell { get; private set; }

    /// <summary>What is shown from here on is the next cell's.</summary>
    public static void BeginCell() => Cell++;

    /// <summary>Text that a cell has written.</summary>
    public static void Text(string kind, string text) => Send(new() { ["kind"] = kind, ["text"] = text });

    /// <summary>The value of a cell's last expression, unless that shows itself.</summary>
    public static void Result(object? value)
    {
        if (value is not Shown)
            Send("result", null, FormattedValue.CreateManyFromObject(value));
    }

    /// <summary>Shows a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Its forms; by default those that its type prefers.</param>
    /// <returns>What redraws it in place.</returns>
    public static Shown Display(object? value, params string[] mimeTypes)
    {
        var displayed = new Shown($"display-{++shown}", mimeTypes);
        displayed.Update(value);
        return displayed;
    }

    /// <summary>Shows a value in a place of its own, or in the place of what was shown there.</summary>
    public static void Display(string id, object? value, string[] mimeTypes) =>
        Send("display", id, FormattedValue.CreateManyFromObject(value, mimeTypes));

    private static void Send(string kind, string? id, IEnumerable<FormattedValue> forms) => Send(new()
    {
        ["kind"] = kind,
        ["id"] = id,
        ["mime"] = new JsonObject(forms.Select(form => KeyValuePair.Create(form.MimeType, (JsonNode?)form.Value))),
    });

    private static void Send(JsonObject output)
    {
        PageConsole.Flush();
        Show(output.ToJsonString());
    }

    [JSImport("globalThis.showOutput")]
    private static partial void Show(string output);
}
