using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using Notebooks.Documents;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Jupyter.Language;

/// <summary>
/// A session as Roslyn's workspace sees it: a project for each cell that was executed, each building on the one before,
/// and at the end one for the cell that is being typed.
/// </summary>
internal sealed class SessionWorkspace : IDisposable
{
    private readonly AdhocWorkspace workspace = new(MefHostServices.DefaultHost);
    private readonly DocumentedReferences references = new();
    private readonly List<string> cells = [];
    private readonly HashSet<MetadataReference> known = [];
    private Solution solution;
    private DocumentId? typed;

    /// <summary>Starts without any cell.</summary>
    public SessionWorkspace() => solution = workspace.CurrentSolution;

    /// <summary>The document of a cell that is being typed.</summary>
    /// <param name="scope">What it can see.</param>
    /// <param name="code">Its text.</param>
    public Document Open(SessionScope scope, string code)
    {
        if (typed is null || !scope.Cells.Take(cells.Count).SequenceEqual(cells)) // Another session, once the process has ended.
            Begin(scope);
        foreach (var cell in scope.Cells.Skip(cells.Count))
        {
            solution = solution.WithDocumentText(typed!, SourceText.From(MagicLines.Blank(cell)));
            cells.Add(cell);
            AddProject(scope, typed!.ProjectId);
        }

        solution = solution.WithDocumentText(typed!, SourceText.From(code));
        return solution.GetDocument(typed!)!;
    }

    /// <inheritdoc/>
    public void Dispose() => workspace.Dispose();

    private void Begin(SessionScope scope)
    {
        solution = workspace.CurrentSolution;
        cells.Clear();
        known.Clear();
        AddProject(scope, previous: null);
    }

    private void AddProject(SessionScope scope, ProjectId? previous)
    {
        var name = $"cell{cells.Count}";
        var id = ProjectId.CreateNewId(name);
        var options = scope.CompilationOptions
            .WithScriptClassName($"Submission#{cells.Count}")
            .WithMetadataReferenceResolver(DocumentedReferences.Documented(scope.CompilationOptions.MetadataReferenceResolver));
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: options,
            parseOptions: CellLanguage.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
            projectReferences: previous is null ? [] : [new ProjectReference(previous)],
            metadataReferences: references.Documented(scope.References).Where(known.Add).ToList(), // A cell has those of earlier ones.
            isSubmission: true));
        typed = DocumentId.CreateNewId(id);
        solution = solution.AddDocument(DocumentInfo.Create(
            typed, name, sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(""), VersionStamp.Default))));
    }
}
