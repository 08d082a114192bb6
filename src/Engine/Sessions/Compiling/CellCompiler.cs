using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Notebooks.Sessions.Compiling;

/// <summary>
/// Compiles cells one after the other into assemblies of their own, each knowing what the earlier ones declared:
/// optimised, with debug information whose lines are the cell's.
/// </summary>
public sealed class CellCompiler : ICellCompiler
{
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

    private readonly ReferenceResolver resolver;
    private readonly ImmutableArray<MetadataReference> platform = PlatformReferences.Create();
    private readonly string sessionName = Guid.NewGuid().ToString("N");
    private volatile ImmutableList<SessionScope> scopes; // Before the first cell, and after each.

    /// <summary>Creates the compiler of one session.</summary>
    /// <param name="folder">The notebook's folder, from which relative paths start.</param>
    public CellCompiler(string folder)
    {
        resolver = new ReferenceResolver(folder);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: CellLanguage.Usings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            specificDiagnosticOptions: Silent,
            sourceReferenceResolver: new ScriptFiles(folder),
            metadataReferenceResolver: resolver,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
        scopes = [new SessionScope([], null, platform, options)];
    }

    /// <summary>Does what the first cell of a process waits for otherwise: reads the framework's metadata, gets Roslyn going.</summary>
    public static void Prepare() =>
        new CellCompiler(Path.GetTempPath()).Compile(new CellToCompile("start", "0", [], 0), CancellationToken.None);

    /// <summary>Scope of the next cell.</summary>
    public SessionScope Scope => scopes[^1];

    /// <summary>Number of compiled cells.</summary>
    internal int Count => scopes.Count - 1;

    CompiledCell ICellCompiler.Compile(CellToCompile cell, CancellationToken cancellationToken) => Compile(cell, cancellationToken);

    /// <inheritdoc cref="ICellCompiler.Compile"/>
    internal CompiledCell Compile(CellToCompile cell, CancellationToken cancellationToken)
    {
        var before = scopes.GetRange(0, Math.Min(cell.Position + 1, scopes.Count));
        var scope = before[^1];
        if (cell.Packages.Count > 0)
        {
            var packages = cell.Packages.SelectMany(path => resolver.ResolveReference(path, null, default));
            scope = scope with { References = [.. platform.Concat(packages).Distinct()] };
        }

        var compiled = Compile(cell, ref scope, cancellationToken);
        scopes = before.Add(scope);
        return compiled;
    }

    private CompiledCell Compile(CellToCompile cell, ref SessionScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var written = Parse(SourceText.From(cell.Code, Encoding.UTF8));
            if (LoopChecks.Insert(written, out var insertions) is { } checkedText)
            {
                var compiled = Compile(Parse(checkedText), cell, ref scope, cancellationToken);
                if (compiled.Succeeded)
                    return compiled with { Insertions = insertions };
            }

            return Compile(written, cell, ref scope, cancellationToken); // Errors are told where they were written.
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // The compiler cannot cope with it, and says no more than this.
            return new CompiledCell(null, [], [new CellDiagnostic(error.GetType().Name, true, error.Message, cell.Path, 1, 1)], []);
        }

        SyntaxTree Parse(SourceText text) => CSharpSyntaxTree.ParseText(text, CellLanguage.ParseOptions, cell.Path, cancellationToken);
    }

    private CompiledCell Compile(SyntaxTree tree, CellToCompile cell, ref SessionScope scope, CancellationToken cancellationToken)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"cell-{sessionName}-{cell.Position}", tree, NewReferences(scope),
            scope.CompilationOptions.WithScriptClassName($"Submission#{cell.Position + 1}"), scope.Last, typeof(object));

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: Format, cancellationToken: cancellationToken);
        var found = Found(emitted.Diagnostics, compilation, tree, cancellationToken)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(Describe);
        var compiled = new CompiledCell(null, resolver.TakeNamed(), [.. found], []);
        if (compiled.Succeeded)
            scope = scope with { Cells = [.. scope.Cells, cell.Code], Last = compilation };

        // Comments and using directives alone make no assembly; that is no error.
        if (!emitted.Success)
            return compiled;
        var entryPoint = compilation.GetEntryPoint(cancellationToken)!;
        return compiled with
        {
            Code = new CellCode(
                image.ToArray(), symbols.ToArray(), entryPoint.ContainingType.MetadataName, entryPoint.MetadataName,
                CellValue.EndsIn(compilation, tree)),
        };
    }

    /// <summary>The references that the earlier cells do not have: the compiler takes over theirs, as often as they are named.</summary>
    private static IEnumerable<MetadataReference> NewReferences(SessionScope scope)
    {
        var known = new HashSet<MetadataReference>();
        for (var cell = scope.Last; cell is not null; cell = cell.ScriptCompilationInfo?.PreviousScriptCompilation)
            known.UnionWith(cell.ExternalReferences);
        return scope.References.Where(reference => !known.Contains(reference));
    }

    private static CellDiagnostic Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new CellDiagnostic(
            diagnostic.Id, diagnostic.Severity == DiagnosticSeverity.Error, diagnostic.GetMessage(CultureInfo.InvariantCulture),
            place.Path ?? "", place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1);
    }

    /// <summary>The errors and warnings that a person can act on.</summary>
    private static IEnumerable<Diagnostic> Found(
        ImmutableArray<Diagnostic> emitted, CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        // What else does not compile in a cell with errors of syntax follows from them.
        var syntax = tree.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (syntax.Count > 0)
            return syntax;
        var found = emitted.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        if (found.All(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return found;

        // The checks that the compiler writes into methods hide from it that a field is initialised (CS0649): what it warns
        // of counts if it does without them too.
        var warnings = compilation.Clone().GetDiagnostics(cancellationToken).Select(Key).ToHashSet();
        return found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || warnings.Contains(Key(diagnostic)));
    }

    private static (string Id, TextSpan Span) Key(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.Location.SourceSpan);
}
