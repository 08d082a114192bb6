using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Documents;
using Notebooks.Sessions.Messages;

namespace Notebooks.Running;

/// <summary>
/// Turns what a session emits into the outputs that a notebook keeps, as Jupyter's own clients do: neighbouring text of
/// one stream is one output, an update replaces the display wherever in the notebook it stands.
/// </summary>
internal sealed class OutputRecorder
{
    /// <summary>Text beyond this many characters in one cell is dropped: a loop that prints must not fill the memory.</summary>
    internal const int TextLimit = 5_000_000;

    private readonly Dictionary<string, List<JsonObject>> displays = [];
    private readonly StringBuilder text = new();
    private NotebookCell? current;
    private string streamName = "stdout";
    private int textLength;

    /// <summary>Begins a cell: forgets its earlier outputs and numbers it.</summary>
    public void Begin(NotebookCell cell, int executionCount)
    {
        ArgumentNullException.ThrowIfNull(cell);
        current = cell;
        textLength = 0;
        cell.ClearExecution();
        cell.ExecutionCount = executionCount;
    }

    /// <summary>Records one event of the running cell.</summary>
    public void Record(SessionEvent happened)
    {
        switch (happened)
        {
            case SessionEvent.Text { Content.Length: 0 }:
                break;
            case SessionEvent.Text written:
                AddText(written.Name, written.Content);
                break;
            case SessionEvent.Value result:
                Add("execute_result", result.Data)["execution_count"] = Cell.ExecutionCount;
                break;
            case SessionEvent.Display shown:
                AddDisplay(shown);
                break;
            case SessionEvent.UpdateDisplay update:
                foreach (var output in displays.GetValueOrDefault(update.DisplayId, []))
                    output["data"] = update.Data.ToJson();
                break;
        }
    }

    /// <summary>Ends the cell, with its error if it has one.</summary>
    public void End(CellResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Error is { } error)
            AddError(error);
        FlushText();
    }

    private NotebookCell Cell => current ?? throw new InvalidOperationException("No cell has begun.");

    private void AddText(string name, string content)
    {
        if (name != streamName)
            FlushText();
        streamName = name;
        var room = TextLimit - textLength;
        textLength += content.Length;
        if (content.Length <= room)
            text.Append(content);
        else if (room >= 0)
            text.Append(content.AsSpan(0, room)).Append("\n[the cell printed more than 5,000,000 characters; the rest is dropped]\n");
    }

    private void AddDisplay(SessionEvent.Display shown)
    {
        var output = Add("display_data", shown.Data);
        if (!displays.TryGetValue(shown.DisplayId, out var places))
            displays[shown.DisplayId] = places = [];
        places.Add(output);
    }

    private JsonObject Add(string type, MimeBundle bundle)
    {
        var output = new JsonObject { ["output_type"] = type, ["data"] = bundle.ToJson(), ["metadata"] = new JsonObject() };
        Add(output);
        return output;
    }

    private void AddError(CellError error) => Add(new JsonObject
    {
        ["output_type"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    });

    private void Add(JsonObject output)
    {
        FlushText();
        Cell.Outputs.Add(output);
    }

    private void FlushText()
    {
        if (text.Length == 0)
            return;
        Cell.Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = streamName, ["text"] = text.ToString() });
        text.Clear();
    }
}
