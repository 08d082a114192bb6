using System.Globalization;
using System.Text.Json.Nodes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Notebooks.Book.Code;
using Notebooks.Book.Prose;
using Notebooks.Documents;

namespace Notebooks.Book.Pages;

/// <summary>
/// The cells and exercises of a page that a reader may run in it, as attributes: <c>data-run</c> is a cell's place in the notebook,
/// <c>data-still</c> the sentence that says why it does not run.
/// </summary>
/// <param name="Still">Cells that do not run, by their identifiers, each with its sentence.</param>
internal sealed record RunningCells(IReadOnlyDictionary<string, string> Still)
{
    /// <summary>What it says, as one text: another text makes another page.</summary>
    public string Key => "runs\0" + string.Join('\0', Still.OrderBy(static cell => cell.Key, StringComparer.Ordinal)
        .SelectMany(static cell => new[] { cell.Key, cell.Value }));

    private const string SolutionBegin = "<details><summary>Solution</summary>";

    /// <summary>The attribute of a code cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isCSharp">Whether it is written in C#.</param>
    /// <param name="place">Its place in the notebook.</param>
    public string Attribute(NotebookCell cell, bool isCSharp, int place) =>
        !isCSharp ? Because("This cell is not written in C#, and does not run in the page.") : Attribute(cell, place);

    /// <summary>True for the text of an exercise whose solution has code.</summary>
    public static bool IsExercise(NotebookCell cell) => cell.Type == "markdown" && IsExercise(MarkdownReader.Parse(cell.Source));

    private static bool IsExercise(MarkdownDocument document) => Solution(document) is { } at && Code(document, at).Any();

    /// <summary>Adds, before the solution of an exercise whose solution has code, the place where the reader writes.</summary>
    /// <param name="document">The text of a cell.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="place">Its place in the notebook.</param>
    public void AddPlaceToWrite(MarkdownDocument document, NotebookCell cell, int place)
    {
        if (!IsExercise(document))
            return;
        var at = Solution(document)!.Value;
        var checks = SolutionChecks.In(string.Join('\n', Code(document, at).Select(static block => block.Lines.ToString())));
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["exercise"] = Title(document, at),
            ["checks"] = checks.Calls,
            ["needs"] = string.Join(' ', checks.Names),
        };
        if (checks.EndsWithValue)
            attributes["value"] = "";
        if (cell.Metadata["check"] is JsonObject tolerance)
            attributes["tolerance"] = tolerance.ToJsonString();
        var text = string.Concat(attributes.Select(static attribute => $" data-{attribute.Key}=\"{Html.Escape(attribute.Value)}\""));
        var block = new HtmlBlock(new HtmlBlockParser()) { Type = HtmlBlockType.NonInterruptingBlock, Lines = new(1) };
        block.Lines.Add(new StringSlice($"<div class=\"try\"{Attribute(cell, place)}{text.ReplaceLineEndings("&#10;")}></div>"));
        document.Insert(at, block);
    }

    private string Attribute(NotebookCell cell, int place) =>
        cell.Id is { } id && Still.TryGetValue(id, out var because)
            ? Because(because)
            : string.Create(CultureInfo.InvariantCulture, $" data-run=\"{place}\"");

    private static string Because(string because) => $" data-still=\"{Html.Escape(because)}\"";

    private static int? Solution(MarkdownDocument document) => document.Index()
        .Where(static entry => entry.Item is HtmlBlock html && html.Lines.ToString().StartsWith(SolutionBegin, StringComparison.Ordinal))
        .Select(static entry => (int?)entry.Index).FirstOrDefault();

    private static IEnumerable<FencedCodeBlock> Code(MarkdownDocument document, int solution) =>
        MarkdownReader.CSharpBlocks(document).Where(block => document.IndexOf(block) > solution);

    /// <summary>The exercise's number and name: what its text begins with, in bold letters.</summary>
    private static string Title(MarkdownDocument document, int solution) => document.Take(solution).OfType<ParagraphBlock>()
        .Select(static paragraph => paragraph.Inline?.FirstChild).OfType<Markdig.Syntax.Inlines.EmphasisInline>()
        .Select(ProseText.Of).FirstOrDefault("");
}
