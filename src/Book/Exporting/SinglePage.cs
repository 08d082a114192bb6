using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Notebooks.Book.Code;
using Notebooks.Book.Pages;
using Notebooks.Book.Site;
using Notebooks.Book.Sources;
using Notebooks.Book.Writing;
using Notebooks.Documents;

namespace Notebooks.Book.Exporting;

/// <summary>A notebook as one HTML file that needs no other: the book's page, with style sheet, scripts and pictures in it.</summary>
/// <param name="Html">The file's text.</param>
/// <param name="Problems">What could not be shown as it is meant, one line each.</param>
public sealed partial record SinglePage(string Html, IReadOnlyList<string> Problems)
{
    private static readonly Dictionary<string, string> Pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    private static readonly BookSettings Nothing = new(null, null, null, null, null, null);

    /// <summary>Makes it from the notebook and the outputs that it has.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">The folder in which the file will lie; links start from there.</param>
    public static async Task<SinglePage> OfAsync(NotebookDocument notebook, string folder)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var file = Path.Combine(notebook.Folder, notebook.FileName);
        var root = Path.GetPathRoot(file)!;
        var source = Path.GetRelativePath(root, file).Replace('\\', '/');
        var assemblies = CellReferences.Assemblies(CellReferences.Of(notebook));
        var page = new PageWriter(source, new LinkTargets(root, new Dictionary<string, string> { [source] = "" }));
        using var highlighter = new CodeHighlighter(assemblies);
        var content = await NotebookPage.RenderAsync(notebook, page, highlighter);
        var plotly = content.FigureScript.Length > 0 ? PlotlySource.Find(assemblies) : null;
        var alone = new BookPage("", "", content, null, null);
        var body = CopiedFile().Replace(PageBody.Of(alone, Nothing), link => Inline(link, root, folder));
        var problems = page.Problems.Select(problem => problem.Replace(source, notebook.Name, StringComparison.Ordinal));
        if (content.FigureScript.Length > 0 && plotly is null)
            problems = problems.Append(
                $"{notebook.Name}: its figures tell no values when pointed at, as no library that it names has plotly.js beside it");
        return new(Frame(alone, body, plotly), [.. problems]);
    }

    /// <summary>What the book would copy: a picture goes into the page, a link leads to where the file is.</summary>
    private static string Inline(Match link, string root, string folder)
    {
        var file = Path.Combine(root, Uri.UnescapeDataString(link.Groups["file"].Value));
        var attribute = link.Groups["attribute"].Value;
        if (attribute == "src" && Pictures.TryGetValue(Path.GetExtension(file), out var type))
            return $"src=\"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}\"";
        var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
        return $"{attribute}=\"{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}\"";
    }

    private static string Frame(BookPage page, string body, PlotlySource? plotly)
    {
        var content = page.Content;
        var title = PlainText.Of(content.Title);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="description" content="{Book.Html.Escape(PlainText.Of(content.Summary))}">
            <title>{Book.Html.Escape(title)}</title>
            <script>{PageHead.ChoicesScript}</script>
            <link rel="icon" href="{PageHead.Icon}">
            <style>
            {Text("book.css")}
            {Text("text.css")}
            {Text("faces.css")}
            </style>
            </head>
            <body>
            <a class="skip" href="#text">Skip to the text</a>
            <header class="bar">
            <button type="button" class="menu" aria-controls="contents" aria-expanded="false">Contents</button>
            <a class="home" href="#text">{Book.Html.Escape(title)}</a>
            <button type="button" class="search" aria-keyshortcuts="/">Search<kbd aria-hidden="true">/</kbd></button>
            <button type="button" class="theme"><span>Auto</span></button>
            </header>
            <main id="text" tabindex="-1">
            {body}
            </main>
            <nav id="contents" class="contents" aria-label="Contents">
            <ol>
            <li class="aside"><a href="#text" aria-current="page">{content.Title}</a>{PageContents.Sections(content.Headings)}</li>
            </ol>
            </nav>
            {Script(SearchIndex.Script([page]))}
            {Script(Text("book.js"))}
            {Script(plotly is null ? "" : Encoding.UTF8.GetString(plotly.Script))}
            {Script(content.FigureScript)}
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Text(string asset) => Encoding.UTF8.GetString(Asset.Read(asset)).Trim();

    /// <summary>A script in the page; within a script its end tag may only stand broken up.</summary>
    private static string Script(string text) => text.Length == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"<script>{ScriptEnd().Replace(text, "<\\/$1")}</script>");

    [GeneratedRegex("</(script)", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptEnd();

    [GeneratedRegex($"(?<attribute>src|href)=\"{LinkTargets.FilesFolder}/(?<file>[^\"]+)\"")]
    private static partial Regex CopiedFile();
}
