using Notebooks.Documents;
using Testing;

namespace Conformance.RealKernel;

/// <summary>The chapter's notebooks, as they are committed.</summary>
internal static class Chapter
{
    /// <summary>A notebook.</summary>
    /// <param name="number">Its number, such as <c>03</c>.</param>
    public static NotebookDocument Load(string number) =>
        NotebookDocument.Load(Directory.GetFiles(WorkingCopy.NotebooksFolder, number + "-*.ipynb").Single());

    /// <summary>True if a parameter makes it shorter.</summary>
    public static bool IsLong(NotebookDocument notebook) =>
        notebook.Cells.Any(cell => cell.Source.StartsWith("bool fast = ", StringComparison.Ordinal));
}
