using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Conformance.RealKernel;

/// <summary>What came of a notebook that was executed in a kernel through the Jupyter protocol.</summary>
/// <param name="Document">The executed notebook, as far as it got.</param>
/// <param name="End"><c>ok</c>, or the error that ended it.</param>
/// <param name="Seconds">How long it took, the kernel's start included.</param>
/// <param name="Messages">For each cell of the file, in their order: its messages, each with its <c>type</c> and <c>content</c>.</param>
/// <param name="Printed">What the client and the kernel's process printed.</param>
public sealed record KernelRun(NotebookDocument Document, string End, double Seconds, IReadOnlyList<JsonArray> Messages, string Printed)
{
    /// <summary>Reads what <c>execute.py</c> has written.</summary>
    /// <param name="files">The path of both files, without <c>.ipynb</c> and <c>.json</c>.</param>
    /// <param name="printed">What was printed meanwhile.</param>
    public static KernelRun Read(string files, string printed)
    {
        var run = JsonNode.Parse(File.ReadAllText(files + ".json"))!;
        return new KernelRun(
            NotebookDocument.Load(files + ".ipynb"),
            run["end"]!.GetValue<string>(),
            run["seconds"]!.GetValue<double>(),
            [.. run["messages"]!.AsArray().Select(cell => cell!.AsArray())],
            printed);
    }
}
