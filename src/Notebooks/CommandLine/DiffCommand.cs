using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Notebooks.Comparing;

namespace Notebooks.CommandLine;

/// <summary><c>diff</c>: compares two notebooks by their meaning.</summary>
internal static partial class DiffCommand
{
    private static readonly DiffJson Readable = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var first = new Argument<string>("first") { Description = "A notebook." };
        var second = new Argument<string>("second") { Description = "Another notebook, or another state of it." };
        var json = new Option<bool>("--json") { Description = "Write the differences as JSON." };
        var command = new Command(
            "diff", "Compare two notebooks cell by cell: sources, outputs, metadata. Status 0 if they mean the same, else 1.")
        {
            first,
            second,
            json,
        };
        command.SetAction(call =>
        {
            var notebooks = NotebookFiles.Load([call.GetValue(first)!]).Concat(NotebookFiles.Load([call.GetValue(second)!])).ToList();
            var changes = NotebookDifference.Of(notebooks[0], notebooks[1]);
            if (call.GetValue(json))
                Console.Out.Write(JsonSerializer.Serialize(changes, Readable.IReadOnlyListCellChange) + "\n");
            else if (changes.Count > 0)
                Write(changes, notebooks[0].Name, notebooks[1].Name);
            return changes.Count == 0 ? ExitStatus.Success : ExitStatus.Failed;
        });
        return command;
    }

    private static void Write(IReadOnlyList<CellChange> changes, string first, string second)
    {
        Console.WriteLine($"--- {first}\n+++ {second}");
        foreach (var change in changes)
        {
            Console.WriteLine(Headline(change));
            foreach (var line in WithoutFarLines(change.Lines))
                Console.WriteLine($"  {line}".TrimEnd());
        }
    }

    private static string Headline(CellChange change)
    {
        var id = change.Id is null ? "" : $" ({change.Id})";
        return change switch
        {
            { First: null, Second: null } => "The notebook's metadata",
            { Kind: "added" } => $"Cell {change.Second}{id}: added",
            { Kind: "removed" } => $"Cell {change.First}{id} of the first: removed",
            { Kind: "moved" } => $"Cell {change.Second}{id}: moved, was cell {change.First}",
            _ => $"Cell {change.Second}{id}: {change.Kind}",
        };
    }

    /// <summary>What changed, with two lines around it.</summary>
    private static IEnumerable<string> WithoutFarLines(IReadOnlyList<string> lines)
    {
        const int Around = 2;
        var skipped = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var isNear = lines.Skip(i - Around).Take((2 * Around) + 1 + Math.Min(0, i - Around)).Any(static line => line[0] != ' ');
            if (isNear)
                yield return lines[i];
            else if (!skipped)
                yield return " …";
            skipped = !isNear;
        }
    }

    [JsonSerializable(typeof(IReadOnlyList<CellChange>))]
    private sealed partial class DiffJson : JsonSerializerContext;
}
