using System.Text.RegularExpressions;
using Notebooks.Documents;
using Notebooks.Running.Checking;
using Testing;

namespace Engine.Tests.Chapter;

/// <summary>One of the chapter's notebooks, as it is committed.</summary>
internal sealed partial record ChapterNotebook(NotebookDocument Document)
{
    public static IEnumerable<string> Names => WorkingCopy.Notebooks.Select(path => Path.GetFileName(path));

    public IReadOnlyList<NotebookCell> CodeCells => [.. Document.Cells.Where(cell => cell.IsCode)];

    public IReadOnlyList<string> Prose => [.. Document.Cells.Where(cell => !cell.IsCode).Select(cell => cell.Source)];

    /// <summary>All the prose, a blank line between its cells.</summary>
    public string Text => string.Concat(Prose.Select(text => text + "\n\n"));

    /// <summary>The paragraphs of the prose, one after the other.</summary>
    public IReadOnlyList<string> Paragraphs => [.. Prose.SelectMany(text => text.Split("\n\n"))];

    /// <summary>What stands under each heading of the second order, in their order.</summary>
    public IReadOnlyList<(string Heading, string Text)> Sections =>
        [.. Text.Split("\n## ").Skip(1).Select(text => text.Split('\n', 2)).Select(parts => (parts[0].Trim(), parts[1]))];

    /// <summary>The code in the collapsed blocks under the exercises, in their order, with what is said to come of it.</summary>
    public IReadOnlyList<Solution> Solutions =>
        [.. Document.Cells.Where(cell => !cell.IsCode).SelectMany(SolutionsOf)];

    /// <summary>The collapsed blocks themselves, prose included.</summary>
    public IReadOnlyList<string> SolutionBlocks => [.. Prose.SelectMany(text => Details().Matches(text)).Select(block => block.Value)];

    /// <summary>True if a parameter makes it shorter, for tests that run all of it.</summary>
    public bool IsLong => Document.Cells.Any(cell => cell.Source.StartsWith("bool fast = ", StringComparison.Ordinal));

    /// <summary>The section of that heading.</summary>
    public (string Heading, string Text) Section(string heading)
    {
        var sections = Sections.Where(section => section.Heading == heading).ToList();
        return sections.Count == 1
            ? sections[0]
            : throw new ArgumentException($"{sections.Count} sections '## {heading}'", nameof(heading));
    }

    /// <summary>The prose from the heading with that anchor, as GitHub makes it, to the next one of its order or a higher one.</summary>
    public string SectionAt(string anchor)
    {
        var text = Text;
        var headings = Heading().Matches(text);
        var heading = headings.FirstOrDefault(heading => string.Equals(Anchor(heading), anchor, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"{Document.FileName} has no heading with the anchor '{anchor}'", nameof(anchor));
        var order = heading.Groups["order"].Length;
        var next = headings.FirstOrDefault(other => other.Index > heading.Index && other.Groups["order"].Length <= order);
        return text[heading.Index..(next?.Index ?? text.Length)];

        static string Anchor(Match heading) => Unkept().Replace(heading.Groups["text"].Value, string.Empty).Replace(' ', '-');
    }

    public static ChapterNotebook Load(string name) => new(NotebookDocument.Load(Path.Combine(WorkingCopy.NotebooksFolder, name)));

    /// <summary>Fails with all problems in full.</summary>
    public static void AssertNone(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>Writes under each solution what it printed, in the document.</summary>
    public void Write(IReadOnlyList<string> printed)
    {
        var next = 0;
        foreach (var cell in Document.Cells.Where(cell => !cell.IsCode))
        {
            cell.Source = Details().Replace(cell.Source, block =>
                Solution.Fences().Replace(block.Value, fences => (Solution.Of(fences) with { Printed = printed[next++] }).ToString()));
        }
    }

    private IEnumerable<Solution> SolutionsOf(NotebookCell cell) => Details().Matches(cell.Source)
        .SelectMany(block => Solution.Fences().Matches(block.Value))
        .Select(fences => Solution.Of(fences) with { Tolerance = Tolerance.Of(cell, Document.FileName) });

    [GeneratedRegex(@"^(?<order>#+) (?<text>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w -]")]
    private static partial Regex Unkept();

    [GeneratedRegex("<details><summary>Solution</summary>.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Details();
}
