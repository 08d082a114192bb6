using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Book.Prose;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Pages;

/// <summary>Writes what a cell showed: streams, displayed values, errors.</summary>
internal static partial class OutputRenderer
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>Adds one output to the page.</summary>
    public static void Write(JsonObject output, PageWriter page, ProseRenderer prose)
    {
        var html = Text(output["output_type"]) switch
        {
            "stream" => Preformatted(Text(output["name"]) == "stderr" ? "stderr" : "stdout", Text(output["text"])),
            "error" => Error(output),
            _ when output["data"] is JsonObject data => Value(data, page, prose),
            _ => "",
        };
        page.Html.Append(html);
    }

    /// <summary>The richest representation that a page can show.</summary>
    private static string Value(JsonObject data, PageWriter page, ProseRenderer prose)
    {
        if (data["text/html"] is { } html)
            return Figures.Output(Text(html), page);
        if (data["image/svg+xml"] is { } svg)
            return $"<div class=\"output html\">{Text(svg)}</div>\n";
        if (Array.Find(Pictures, data.ContainsKey) is { } picture)
        {
            var alternative = Html.Escape(Text(data["text/plain"]));
            return $"<div class=\"output html\">"
                + $"<img src=\"data:{picture};base64,{Text(data[picture]).ReplaceLineEndings("")}\" alt=\"{alternative}\"></div>\n";
        }

        if (data["text/markdown"] is { } markdown)
            return $"<div class=\"output html\">{prose.Html(MarkdownReader.Parse(Text(markdown)))}</div>\n";
        if (data["text/latex"] is { } latex)
            return $"<div class=\"output html\">"
                + $"<div class=\"formula\">{FormulaHtml.Of(Text(latex).Trim().Trim('$'), display: true, page)}</div></div>\n";
        if (data["text/plain"] is { } plain)
            return Preformatted("result", Text(plain));
        return data["application/json"] is { } json
            ? Preformatted("result", json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }))
            : "";
    }

    private static string Error(JsonObject output)
    {
        var traceback = output["traceback"] is JsonArray lines ? string.Join('\n', lines.Select(Text)) : "";
        var headline = $"{Text(output["ename"])}: {Text(output["evalue"])}".Trim(' ', ':');
        var text = traceback.Contains(Text(output["evalue"]), StringComparison.Ordinal) ? traceback : $"{headline}\n{traceback}";
        return $"<div class=\"output error\" role=\"group\" aria-label=\"Error\"><p>{Html.Escape(Text(output["ename"]))}</p>"
            + $"<pre>{Html.Escape(Plain(text.Trim('\n')))}</pre></div>\n";
    }

    private static string Preformatted(string kind, string text) => Html.Printed(kind, Html.Escape(Plain(text)));

    /// <summary>The text without a terminal's colours.</summary>
    private static string Plain(string text) => TerminalCodes().Replace(text, "");

    private static string Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : "";

    [GeneratedRegex(@"\x1B\[[0-9;?]*[A-Za-z]")]
    private static partial Regex TerminalCodes();
}
