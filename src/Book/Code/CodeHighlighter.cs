using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Formatting;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using Notebooks.Documents;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Book.Code;

/// <summary>Colours C# as an editor does, by Roslyn's classifier, with the names that earlier cells have declared.</summary>
internal sealed class CodeHighlighter : IDisposable
{
    private readonly AdhocWorkspace workspace;
    private readonly ProjectId project = ProjectId.CreateNewId();

    /// <summary>A highlighter that knows the types of the base framework and of the given libraries.</summary>
    /// <param name="libraries">Paths of the assemblies that the cells refer to; what does not exist is left out.</param>
    public CodeHighlighter(IEnumerable<string> libraries)
    {
        ArgumentNullException.ThrowIfNull(libraries);
        // The two assemblies that classification needs; the default host composes many more parts.
        workspace = new AdhocWorkspace(MefHostServices.Create([typeof(Workspace).Assembly, typeof(CSharpFormattingOptions).Assembly]));
        var framework = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal));
        workspace.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            "book",
            "book",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: CellLanguage.Usings),
            parseOptions: CellLanguage.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
            metadataReferences: framework.Concat(libraries).Where(File.Exists)
                .Select(static path => MetadataReference.CreateFromFile(path))));
    }

    /// <summary>Colours the cells of one notebook.</summary>
    /// <param name="cells">The source of each cell, in order.</param>
    /// <returns>The HTML of each cell: its text, escaped, in <c>span</c> elements whose class names what they are.</returns>
    public async Task<IReadOnlyList<string>> HighlightAsync(IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var script = string.Join('\n', cells);
        var document = workspace.CurrentSolution.AddDocument(DocumentId.CreateNewId(project), "notebook.csx", MagicLines.Blank(script))
            .GetProject(project)!.Documents.Single().WithSourceCodeKind(SourceCodeKind.Script);
        var classified = await Classifier.GetClassifiedSpansAsync(document, new TextSpan(0, script.Length));
        var spans = classified.Where(static span => CodeColours.Of(span.ClassificationType) is not null)
            .OrderBy(static span => span.TextSpan.Start).ToList();

        var html = new List<string>(cells.Count);
        var start = 0;
        foreach (var cell in cells)
        {
            html.Add(LongLines.Mark(Colour(script, TextSpan.FromBounds(start, start + cell.Length), spans)));
            start += cell.Length + 1;
        }

        return html;
    }

    /// <inheritdoc/>
    public void Dispose() => workspace.Dispose();

    private static string Colour(string script, TextSpan cell, List<ClassifiedSpan> spans)
    {
        var html = new StringBuilder();
        var position = cell.Start;
        foreach (var (colour, span) in spans.Select(static span => (CodeColours.Of(span.ClassificationType), span.TextSpan)))
        {
            var within = span.Intersection(cell);
            if (within is not { Length: > 0 } part || part.Start < position)
                continue;
            Append(script[position..part.Start]);
            html.Append("<span class=\"").Append(colour).Append("\">");
            Append(script[part.Start..part.End]);
            html.Append("</span>");
            position = part.End;
        }

        Append(script[position..cell.End]);
        return html.ToString();

        void Append(string text) => html.Append(Html.Escape(text));
    }
}
