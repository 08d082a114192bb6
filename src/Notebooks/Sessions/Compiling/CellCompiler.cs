using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Notebooks.Sessions.Errors;

namespace Notebooks.Sessions.Compiling;

/// <summary>
/// Compiles cells one after the other into assemblies of their own, each knowing what the earlier ones declared:
/// optimised, with debug information whose lines are the cell's.
/// </summary>
internal sealed class CellCompiler
{
    /// <summary>The namespaces and the static class that .NET Interactive opens in every cell.</summary>
    public static readonly ImmutableArray<string> Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", "Microsoft.DotNet.Interactive.Kernel",
    ];

    /// <summary>How cells are parsed: as script, in the newest C#.</summary>
    public static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    private static readonly Dictionary<string, ReportDiagnostic> Silent = new()
    {
        // Libraries built against another version of the same assembly: unified at run time, as the SDK assumes too.
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    // Stopping an endless loop, and an exception instead of a crash where a recursion has no end: Roslyn writes the
    // checks into the cell's code, at the head of each method and loop.
    private static readonly EmitOptions Format = new(
        debugInformationFormat: DebugInformationFormat.PortablePdb,
        instrumentationKinds: [InstrumentationKind.ModuleCancellation, InstrumentationKind.StackOverflowProbing]);

    private readonly SessionLoadContext loadContext = new();
    private readonly CellStops stops = new();
    private readonly List<string> accepted = [];
    private readonly ReferenceResolver resolver;
    private readonly CSharpCompilationOptions options;
    private ImmutableArray<MetadataReference> references = PlatformReferences.All;
    private CSharpCompilation? last;
    private readonly string sessionName = Guid.NewGuid().ToString("N");
    private int count;

    /// <summary>Creates the compiler of one session.</summary>
    /// <param name="folder">The notebook's folder, from which relative paths start.</param>
    public CellCompiler(string folder)
    {
        resolver = new ReferenceResolver(folder, loadContext);
        options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: Usings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            specificDiagnosticOptions: Silent,
            sourceReferenceResolver: new ScriptFiles(folder),
            metadataReferenceResolver: resolver,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
    }

    /// <summary>What the next cell can see.</summary>
    public SessionScope Scope => new([.. accepted], last, references, ParseOptions, options);

    /// <summary>Makes packages usable in the next cell.</summary>
    /// <param name="packages">Where they lie.</param>
    public void Add(RestoredPackages packages)
    {
        foreach (var folder in packages.NativeFolders)
            loadContext.AddFolder(folder);
        references = references.AddRange(packages.Assemblies.SelectMany(path => resolver.ResolveReference(path, null, default)).Except(references));
    }

    /// <summary>Lets a token stop all code of the cells, from now on.</summary>
    /// <param name="cancellationToken">The token of the cell that runs next.</param>
    public void CancelBy(CancellationToken cancellationToken) => stops.CancelBy(cancellationToken);

    /// <summary>Compiles a cell; it counts as declared only when <see cref="Accept"/> is called.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="diagnostics">Errors and warnings, in the order of the text.</param>
    /// <returns>The compiled cell, or null when there are errors.</returns>
    public Submission? Compile(CellSource source, CancellationToken cancellationToken, out ImmutableArray<Diagnostic> diagnostics)
    {
        var written = CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path, cancellationToken);
        var text = LoopChecks.Insert(written, out var insertions);
        if (text is null)
            return Compile(written, cancellationToken, out diagnostics);
        source.Insertions = insertions;
        return Compile(CSharpSyntaxTree.ParseText(text, ParseOptions, source.Path, cancellationToken), cancellationToken, out diagnostics)
            ?? Compile(written, cancellationToken, out diagnostics); // Errors are told where they were written.
    }

    private Submission? Compile(SyntaxTree tree, CancellationToken cancellationToken, out ImmutableArray<Diagnostic> diagnostics)
    {
        var name = $"cell-{sessionName}-{count++}";
        var compilation = CSharpCompilation.CreateScriptCompilation(
            name, tree, references, options.WithScriptClassName($"Submission#{count}"), last, typeof(object));

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: Format, cancellationToken: cancellationToken);
        diagnostics = [.. emitted.Diagnostics.Where(diagnostic => !IsAboutResult(diagnostic, tree))];
        if (!emitted.Success)
        {
            // Comments and using directives alone make no assembly; that is no error.
            var nothingToRun = diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
            return nothingToRun ? new Submission(compilation, null, HasValue: false) : null;
        }

        image.Position = symbols.Position = 0;
        var entryPoint = compilation.GetEntryPoint(default);
        var assembly = loadContext.LoadCell(image, symbols);
        stops.Add(assembly, cancellationToken);
        var run = assembly.GetType(entryPoint!.ContainingType.MetadataName)!
            .GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        return new Submission(compilation, run, EndsInValue(compilation, tree));
    }

    /// <summary>Makes a cell's declarations known to the following cells.</summary>
    /// <param name="submission">The cell.</param>
    /// <param name="source">Its source.</param>
    public void Accept(Submission submission, CellSource source)
    {
        last = submission.Compilation;
        accepted.Add(source.Text.ToString());
        loadContext.PrepareReferences();
    }

    /// <summary>A text for the compiler, which wants an encoding to write debug information.</summary>
    public static SourceText Text(string code) => SourceText.From(code, Encoding.UTF8);

    /// <summary>That the task which is the cell's value is not awaited is what its author wants to see, no mistake.</summary>
    private static bool IsAboutResult(Diagnostic diagnostic, SyntaxTree tree) =>
        diagnostic.Id == "CS4014"
        && tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last,
        }
        && last.Span.Contains(diagnostic.Location.SourceSpan);

    private static bool EndsInValue(CSharpCompilation compilation, SyntaxTree tree)
    {
        var root = tree.GetCompilationUnitRoot();
        if (root.DescendantNodes(node => node is CompilationUnitSyntax or GlobalStatementSyntax or StatementSyntax)
            .Any(node => node is ReturnStatementSyntax { Expression: not null }))
            return true;
        return root.Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last,
        } && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).ConvertedType is { SpecialType: not SpecialType.System_Void };
    }
}
