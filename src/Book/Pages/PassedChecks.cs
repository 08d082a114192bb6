using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Notebooks.Book.Pages;

/// <summary>
/// Cells that only check what others have computed: all they show is lines on standard output that begin with a tick. A page folds
/// those of a section into one line at its end.
/// </summary>
internal static class PassedChecks
{
    private const string Tick = "✓ ";

    /// <summary>How many checks have passed in the cell; 0 where it shows anything else as well, or nothing.</summary>
    public static int In(NotebookCell cell)
    {
        if (!cell.Outputs.All(static output => output is JsonObject stream && stream["name"]?.ToString() == "stdout"))
            return 0;
        var lines = string.Concat(cell.Outputs.Select(static output => output!["text"]?.ToString())).TrimEnd('\n').Split('\n');
        return lines.All(static line => line.StartsWith(Tick, StringComparison.Ordinal)) ? lines.Length : 0;
    }
}
