using System.Text.Json.Nodes;
using Conformance.RealKernel;
using Notebooks.Documents;

namespace Conformance.Notebooks;

/// <summary>What the comparison of <c>check</c> does not look at: that all ran, kinds of output, redraws in place, and what
/// the kernel prints past the protocol.</summary>
internal static class RealKernelOutputs
{
    /// <summary>What is wrong, one line each.</summary>
    public static IEnumerable<string> Problems(NotebookDocument expected, KernelRun run)
    {
        foreach (var line in run.Printed.Split('\n').Where(line => !IsOfTheHost(line)))
            yield return $"{expected.FileName}: the kernel's process printed '{line}'";
        if (expected.Cells.Count != run.Document.Cells.Count)
            yield return $"{run.Document.Cells.Count} cells, expected {expected.Cells.Count}";
        for (var i = 0; i < expected.Cells.Count; i++)
        {
            if (expected.Cells[i].IsCode)
            {
                foreach (var problem in Problems(expected.Cells[i], run.Document.Cells[i], run.Messages[i]))
                    yield return $"{expected.FileName}, cell {expected.Cells[i].Id}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Problems(NotebookCell expected, NotebookCell found, JsonArray messages)
    {
        if (found.ExecutionCount is null)
            yield return "not executed";
        var (kinds, expectedKinds) = (Kinds(found.Outputs), Kinds(expected.Outputs));
        if (kinds != expectedKinds)
            yield return $"outputs {kinds}, expected {expectedKinds}";
        var (shown, updated) = (DisplayIds(messages, "display_data"), DisplayIds(messages, "update_display_data"));
        if (!updated.IsSubsetOf(shown))
            yield return "a display is updated that was never shown";
        var isLive = expectedKinds.Contains("display_data", StringComparison.Ordinal)
            && !expected.Source.Contains("display(", StringComparison.Ordinal)
            && !expected.Source.Contains(".DisplayAs(", StringComparison.Ordinal);
        if (isLive && updated.Count == 0)
            yield return "a live figure that is never redrawn";
    }

    // Its web server says where it listens, in a line that names it and an indented one.
    private static bool IsOfTheHost(string line) =>
        line.Length == 0 || line.StartsWith("info: Microsoft.Hosting.", StringComparison.Ordinal)
            || line.StartsWith("      ", StringComparison.Ordinal);

    private static string Kinds(JsonArray outputs) => string.Join(", ", outputs.Select(Type).Where(type => type != "stream"));

    private static HashSet<string> DisplayIds(JsonArray messages, string type) =>
        [.. messages.Where(message => (string?)message!["type"] == type)
            .Select(message => (string?)message!["content"]!["transient"]?["display_id"] ?? "")];

    private static string? Type(JsonNode? output) => (string?)output!["output_type"];
}
