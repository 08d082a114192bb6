using System.Globalization;
using System.Text.Json.Nodes;
using Markdig.Syntax;
using Notebooks.Book.Code;
using Notebooks.Book.Prose;
using Notebooks.Book.Writing;
using Notebooks.Documents;

namespace Notebooks.Book.Pages;

/// <summary>Makes a page from an executed notebook.</summary>
internal static class NotebookPage
{
    /// <summary>Renders the notebook.</summary>
    /// <param name="notebook">The notebook with its outputs.</param>
    /// <param name="page">Collects the page; problems are recorded there.</param>
    /// <param name="highlighter">Colours the code.</param>
    /// <param name="running">The cells that a reader may run, or null.</param>
    public static async Task<PageContent> RenderAsync(
        NotebookDocument notebook, PageWriter page, CodeHighlighter highlighter, RunningCells? running = null)
    {
        var prose = notebook.Cells.Where(IsMarkdown).ToDictionary(static cell => cell, static cell => MarkdownReader.Parse(cell.Source));
        var blocks = prose.Values.SelectMany(MarkdownReader.CSharpBlocks).ToList();
        var code = notebook.Cells.Where(IsCSharp).ToList();
        // The prose's blocks come last: they know the cells' names, and the cells do not meet theirs.
        var coloured = await highlighter.HighlightAsync(
            [.. code.Select(static cell => cell.Source), .. blocks.Select(static block => block.Lines.ToString())]);
        var colouredCells = code.Zip(coloured).ToDictionary(static pair => pair.First, static pair => pair.Second);
        var renderer = new ProseRenderer(
            page, blocks.Zip(coloured.Skip(code.Count)).ToDictionary(static pair => (CodeBlock)pair.First, static pair => pair.Second));

        foreach (var cell in notebook.Cells)
        {
            page.Cell++;
            page.CellAnchor = cell.Id is { } id ? Anchor.Of(id) : "";
            if (prose.TryGetValue(cell, out var document))
            {
                running?.AddPlaceToWrite(document, cell, page.Cell);
                renderer.Write(document, Attachments(cell));
            }
            else if (cell.IsCode)
            {
                var attribute = cell.Source.Trim().Length == 0 ? null : running?.Attribute(cell, IsCSharp(cell), page.Cell);
                WriteCode(cell, colouredCells.GetValueOrDefault(cell) ?? Html.Escape(cell.Source), attribute, page, renderer);
            }
        }

        return page.Finish();
    }

    private static bool IsMarkdown(NotebookCell cell) => cell.Type == "markdown";

    internal static bool IsCSharp(NotebookCell cell) => cell.IsCode && cell.KernelName is null or "csharp" or "C#";

    private static void WriteCode(NotebookCell cell, string code, string? attribute, PageWriter page, ProseRenderer renderer)
    {
        var begin = page.Html.Length;
        var id = cell.ExecutionCount is { } number ? string.Create(CultureInfo.InvariantCulture, $" id=\"cell-{number}\"") : "";
        page.Html.Append(CultureInfo.InvariantCulture, $"<div class=\"cell\"{id}{Figures.Answers(cell)}{attribute}>\n");
        if (code.Trim().Length > 0)
        {
            page.Html.Append(Code(cell, code.TrimEnd()));
            page.AddSearchNames(cell.Source);
        }

        foreach (var output in cell.Outputs.OfType<JsonObject>())
        {
            OutputRenderer.Write(output, page, renderer);
            if (output["output_type"]?.GetValue<string>() == "error" && !cell.Tags.Contains("raises-exception"))
                page.FailedCell = cell.ExecutionCount ?? page.Cell;
        }

        page.Html.Append("</div>\n");
        if (PassedChecks.In(cell) is > 0 and var passed)
            page.MoveToChecks(begin, passed);
    }

    /// <summary>
    /// The code of a cell, as far as it computes; what the author hides, what only loads the page's libraries, and the end that
    /// only draws is shown on demand.
    /// </summary>
    private static string Code(NotebookCell cell, string code)
    {
        if (IsSetup(cell.Source))
            return Html.Folded("setup", code, $"{Lines(code)} that load what this page needs");
        if (IsHidden(cell))
            return Html.Folded("hidden", code, $"{Lines(code)} of code");
        if (!cell.Outputs.Any(Figures.IsFigure) || !IsCSharp(cell) || DrawingLines.Begin(cell.Source) is not { } begin)
            return Html.Code(code);
        var lines = code.Split('\n');
        var drawing = string.Join('\n', lines[begin..]);
        return (begin == 0 ? "" : Html.Code(string.Join('\n', lines[..begin])))
            + Html.Folded("drawing", drawing, $"{Lines(drawing)} that draw the figure");
    }

    private static string Lines(string code)
    {
        var count = code.Count(static c => c == '\n') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{count} line{(count == 1 ? "" : "s")}");
    }

    private static bool IsHidden(NotebookCell cell) => cell.Tags.Contains("hide-input")
        || cell.Metadata["jupyter"] is JsonObject jupyter && jupyter["source_hidden"]?.ToString() == "true";

    private static bool IsSetup(string source) => source.Contains("#r ", StringComparison.Ordinal) && source.Split('\n')
        .All(static line => line.Trim() is "" or ['#', 'r', ..] or ['/', '/', ..] || line.StartsWith("using ", StringComparison.Ordinal));

    /// <summary>The pictures that a Markdown cell carries with it: name to <c>data:</c> address.</summary>
    public static Dictionary<string, string> Attachments(NotebookCell cell)
    {
        var attachments = new Dictionary<string, string>(StringComparer.Ordinal);
        if (cell.Json["attachments"] is not JsonObject files)
            return attachments;
        foreach (var (name, bundle) in files)
        {
            if (bundle is JsonObject { Count: > 0 } data)
                attachments[name] = $"data:{data.First().Key};base64,{data.First().Value?.ToString().ReplaceLineEndings("")}";
        }

        return attachments;
    }
}
