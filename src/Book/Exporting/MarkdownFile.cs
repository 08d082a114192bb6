using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Book.Pages;
using Notebooks.Documents;

namespace Notebooks.Book.Exporting;

/// <summary>A notebook as one Markdown file: its prose as it is, code and what it printed in fences, pictures in place.</summary>
public static partial class MarkdownFile
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>The file's text.</summary>
    public static string Of(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var blocks = notebook.Cells.SelectMany(BlocksOf).Select(static block => block.ReplaceLineEndings("\n").Trim('\n'))
            .Where(static block => block.Length > 0);
        return string.Join("\n\n", blocks) + "\n";
    }

    private static IEnumerable<string> BlocksOf(NotebookCell cell)
    {
        if (cell.Type == "markdown")
            return [WithAttachments(cell)];
        if (!cell.IsCode)
            return [Fence("", cell.Source)];
        return cell.Outputs.OfType<JsonObject>().Select(BlockOf).Prepend(CodeOf(cell));
    }

    private static string CodeOf(NotebookCell cell) => cell.KernelName switch
    {
        "markdown" => WithoutCommand(cell.Source),
        null or "csharp" => Fence("csharp", cell.Source),
        var language => Fence(language, cell.Source),
    };

    private static string WithoutCommand(string source) =>
        source.StartsWith("#!", StringComparison.Ordinal) ? string.Join('\n', source.Split('\n').Skip(1)) : source;

    private static string WithAttachments(NotebookCell cell)
    {
        var attachments = NotebookPage.Attachments(cell);
        return Attachment().Replace(cell.Source, link => attachments.GetValueOrDefault(link.Groups["name"].Value, link.Value));
    }

    private static string BlockOf(JsonObject output) => Text(output["output_type"]) switch
    {
        "stream" => Fence("text", Text(output["text"])),
        "error" => Fence("text", output["traceback"] is JsonArray { Count: > 0 } lines
            ? string.Join('\n', lines.Select(Text)) : $"{Text(output["ename"])}: {Text(output["evalue"])}"),
        _ when output["data"] is JsonObject data => BlockOfValue(data),
        _ => "",
    };

    private static string BlockOfValue(JsonObject data)
    {
        if (data["text/markdown"] is { } markdown)
            return Text(markdown);
        if (Array.Find(Pictures, data.ContainsKey) is { } picture)
            return $"![{Text(data["text/plain"])}](data:{picture};base64,{Text(data[picture]).ReplaceLineEndings("")})";
        if (data["text/latex"] is { } latex)
            return Text(latex);
        if ((data["image/svg+xml"] ?? data["text/html"]) is { } html)
            return HtmlOf(Text(html));
        return data["text/plain"] is { } plain ? Fence("text", Text(plain)) : "";
    }

    /// <summary>HTML as a block of Markdown: it ends at an empty line, and scripts do nothing where Markdown is read.</summary>
    private static string HtmlOf(string html) => EmptyLines().Replace(Scripts().Replace(html, "").Trim(), "");

    private static string Fence(string language, string text)
    {
        var content = TerminalCodes().Replace(text, "").ReplaceLineEndings("\n").Trim('\n');
        if (content.Length == 0)
            return "";
        var longest = Backticks().Matches(content).Select(static run => run.Length).DefaultIfEmpty().Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        return new StringBuilder(fence).Append(language).Append('\n').Append(content).Append('\n').Append(fence).ToString();
    }

    private static string Text(JsonNode? node) =>
        node?.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : "";

    [GeneratedRegex(@"attachment:(?<name>[^)\s""]+)")]
    private static partial Regex Attachment();

    [GeneratedRegex(@"<script\b.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"\n[ \t\r]*(?=\n)")]
    private static partial Regex EmptyLines();

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]")]
    private static partial Regex TerminalCodes();
}
