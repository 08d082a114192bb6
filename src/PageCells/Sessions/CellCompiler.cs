using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Notebooks.Sessions.Compiling;

namespace NeuralNets.PageCells.Sessions;

/// <summary>Compiles cells one after the other into assemblies of their own, each knowing what the earlier ones declared.</summary>
internal sealed class CellCompiler
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: CellLanguage.Usings,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false, // There is one thread.
        metadataReferenceResolver: new NoFiles());

    // An exception instead of the program's end where a recursion has no end. An endless loop is stopped with its worker.
    private static readonly EmitOptions Format = new(
        debugInformationFormat: DebugInformationFormat.PortablePdb, instrumentationKinds: [InstrumentationKind.StackOverflowProbing]);

    private static int started;

    private readonly string sessionName = $"cell-{++started}";
    private CSharpCompilation? last;
    private int position;

    /// <summary>Compiles the next cell; one with errors counts for nothing.</summary>
    /// <param name="text">Its source.</param>
    public CompiledCell Compile(string text)
    {
        var (compilation, tree) = Parse(text);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: Format);
        CellDiagnostic[] errors = [.. Errors(tree, emitted).Select(Describe)];
        if (errors.Length > 0)
            return new(null, errors);
        last = compilation;
        position++;

        // Comments and using directives alone make no assembly; that is no error.
        if (!emitted.Success)
            return new(null, []);
        var entryPoint = compilation.GetEntryPoint(CancellationToken.None)!;
        return new(
            new(image.ToArray(), symbols.ToArray(), entryPoint.ContainingType.MetadataName, entryPoint.MetadataName,
                CellValue.EndsIn(compilation, tree)),
            []);
    }

    /// <summary>What is known of the next cell while it is written.</summary>
    /// <param name="text">Its source, as far as it goes.</param>
    public SemanticModel Look(string text)
    {
        var (compilation, tree) = Parse(text);
        return compilation.GetSemanticModel(tree);
    }

    private (CSharpCompilation Compilation, SyntaxTree Tree) Parse(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), CellLanguage.ParseOptions, path: "cell");
        return (CSharpCompilation.CreateScriptCompilation(
            $"{sessionName}-{position}", tree, last is null ? CellReferences.All : [],
            Options.WithScriptClassName($"Submission#{position + 1}"), last, typeof(object)), tree);
    }

    /// <summary>What else does not compile in a cell with errors of syntax follows from them.</summary>
    private static IEnumerable<Diagnostic> Errors(SyntaxTree tree, EmitResult emitted)
    {
        var syntax = Errors(tree.GetDiagnostics()).ToList();
        return (syntax.Count > 0 ? syntax : Errors(emitted.Diagnostics)).OrderBy(error => error.Location.SourceSpan.Start);
    }

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> found) =>
        found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static CellDiagnostic Describe(Diagnostic error)
    {
        var place = error.Location.GetLineSpan().StartLinePosition;
        // What '#r' asks for in vain is a package: see NoFiles.
        var message = error.Id == "CS0006"
            ? "A page fetches no packages. Download the notebooks, and run this cell in VS Code or Jupyter."
            : error.GetMessage(CultureInfo.InvariantCulture);
        return new(error.Id, true, message, "cell", place.Line + 1, place.Character + 1);
    }
}
