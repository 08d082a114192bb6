using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Markdig;
using Notebooks.Documents;

namespace Notebooks.Book;

/// <summary>A notebook as one plain, readable HTML page.</summary>
internal static class PlainPage
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    /// <summary>The page.</summary>
    public static string Of(NotebookDocument notebook)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{{WebUtility.HtmlEncode(notebook.FileName)}}</title>
            <style>body { max-width: 50em; margin: 2em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.5 }
            pre { overflow-x: auto; background: #f4f4f4; padding: .5em } pre.error { color: #a00 } svg { max-width: 100% }</style></head><body>

            """);
        foreach (var cell in notebook.Cells)
        {
            page.AppendLine(cell.IsCode
                ? $"<pre><code>{WebUtility.HtmlEncode(cell.Source)}</code></pre>"
                : Markdig.Markdown.ToHtml(cell.Source, Markdown));
            foreach (var output in cell.IsCode ? cell.Outputs.OfType<JsonObject>() : [])
                page.AppendLine(Show(output));
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static string Show(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => $"<pre>{WebUtility.HtmlEncode((string?)output["text"])}</pre>",
        "error" => $"<pre class=\"error\">{WebUtility.HtmlEncode((string?)output["evalue"])}</pre>",
        _ when output["data"] is JsonObject data && data["text/html"] is { } html => html.ToString(),
        _ when output["data"] is JsonObject data && data["text/plain"] is { } plain => $"<pre>{WebUtility.HtmlEncode(plain.ToString())}</pre>",
        _ => string.Empty,
    };
}
