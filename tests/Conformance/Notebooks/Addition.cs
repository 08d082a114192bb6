using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Conformance.Notebooks;

/// <summary>An output that Microsoft's kernel adds to those of a cell, known and with its reason; any other is an error.</summary>
/// <param name="Notebook">The beginning of the notebook's file name; empty stands for each notebook.</param>
/// <param name="Cell">The cell's identifier; empty stands for the first code cell.</param>
/// <param name="Stream">The stream it goes to, or null for a display.</param>
/// <param name="Beginning">How it begins, white space aside.</param>
/// <param name="Reason">Why it comes, and why it stays.</param>
internal sealed record Addition(string Notebook, string Cell, string? Stream, string Beginning, string Reason)
{
    /// <summary>All that are known.</summary>
    public static IReadOnlyList<Addition> All { get; } =
    [
        new("", "", null, "<div>\r\n    <div id='dotnet-interactive-this-cell-$CACHE_BUSTER$'",
            "By this script the kernel connects a browser with itself, when its first cell runs."),
    ];

    /// <summary>Takes them away from a notebook's outputs; each that is known must be there, or the list is no longer true.</summary>
    public static void TakeAwayAll(NotebookDocument notebook)
    {
        foreach (var addition in All.Where(addition => notebook.FileName.StartsWith(addition.Notebook, StringComparison.Ordinal)))
        {
            var cell = addition.Cell.Length == 0
                ? notebook.Cells.First(cell => cell.IsCode)
                : notebook.Cells.Single(cell => cell.Id == addition.Cell);
            var output = cell.Outputs.SingleOrDefault(output => addition.Matches(output!.AsObject()));
            Assert.True(
                output is not null,
                $"{notebook.FileName}: cell {cell.Id} has no output that begins with '{addition.Beginning}'; when it comes no more, take "
                + $"it from the list in {nameof(Addition)}");
            cell.Outputs.Remove(output);
        }
    }

    private bool Matches(JsonObject output)
    {
        var text = Stream is null
            ? (string?)output["data"]?["text/html"]
            : (string?)output["name"] == Stream ? (string?)output["text"] : null;
        return text?.TrimStart().StartsWith(Beginning, StringComparison.Ordinal) == true;
    }
}
