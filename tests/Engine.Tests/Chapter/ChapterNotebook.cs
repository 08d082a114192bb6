using System.Text.RegularExpressions;
using Notebooks.Documents;
using Testing;

namespace Engine.Tests.Chapter;

/// <summary>One of the chapter's notebooks, as it is committed.</summary>
internal sealed partial record ChapterNotebook(NotebookDocument Document)
{
    public static IEnumerable<string> Names => WorkingCopy.Notebooks.Select(path => Path.GetFileName(path));

    public IReadOnlyList<NotebookCell> CodeCells => [.. Document.Cells.Where(cell => cell.IsCode)];

    public IReadOnlyList<string> Prose => [.. Document.Cells.Where(cell => !cell.IsCode).Select(cell => cell.Source)];

    /// <summary>The code in the collapsed blocks under the exercises, in their order.</summary>
    public IReadOnlyList<string> Solutions =>
        [.. SolutionBlocks.SelectMany(block => Fence().Matches(block)).Select(fence => fence.Groups[1].Value.TrimEnd())];

    /// <summary>The collapsed blocks themselves, prose included.</summary>
    public IReadOnlyList<string> SolutionBlocks => [.. Prose.SelectMany(text => Details().Matches(text)).Select(block => block.Value)];

    public static ChapterNotebook Load(string name) => new(NotebookDocument.Load(Path.Combine(WorkingCopy.NotebooksFolder, name)));

    [GeneratedRegex("<details><summary>Solution</summary>.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Details();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
