using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Conformance.Notebooks;

/// <summary>What our kernel puts beside every other representation, and Microsoft's does not; a test of the cells holds that.</summary>
internal static class PlainText
{
    /// <summary>Takes it out of our outputs where Microsoft's have none.</summary>
    public static void TakeAway(NotebookDocument ours, NotebookDocument theirs)
    {
        var cells = ours.Cells.Zip(theirs.Cells).Where(pair => pair.First.IsCode);
        foreach (var (our, their) in cells.SelectMany(pair => pair.First.Outputs.Zip(pair.Second.Outputs)))
        {
            if (our!["data"] is JsonObject { Count: > 1 } data && their!["data"] is JsonObject real && !real.ContainsKey("text/plain"))
                data.Remove("text/plain");
        }
    }
}
