using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebooks.Packages;
using Notebooks.Platform;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Programs;

/// <summary>The cells of a notebook, compiled one after the other, each knowing what the earlier ones declared.</summary>
internal sealed class ScriptChain
{
    private readonly CSharpCompilationOptions options;
    private readonly IReadOnlyList<MetadataReference> references;
    private readonly List<ScriptCell> cells = [];
    private CSharpCompilation? last;

    /// <summary>Begins without cells.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="packages">The packages that its cells ask for.</param>
    public ScriptChain(string folder, IEnumerable<RestoredPackage> packages)
    {
        var scope = new CellCompiler(folder).Scope;
        options = scope.CompilationOptions;
        PackageFiles = [.. packages.SelectMany(static package => package.Assemblies).Select(PlatformAssemblies.InPlaceOf).OfType<string>()];
        references = [.. scope.References, .. PackageFiles.Select(static path => MetadataReference.CreateFromFile(path))];
    }

    /// <summary>The cells that compile.</summary>
    public IReadOnlyList<ScriptCell> Cells => cells;

    /// <summary>Files of the packages.</summary>
    public IReadOnlyList<string> PackageFiles { get; }

    /// <summary>Files that cells name by <c>#r</c>, and those beside them that they use.</summary>
    public IReadOnlyList<string> NamedFiles =>
    [
        .. cells.SelectMany(static cell => cell.Compilation.DirectiveReferences.Concat(cell.UsedReferences))
            .OfType<PortableExecutableReference>().Select(static reference => reference.FilePath).OfType<string>()
            .Where(path => !PackageFiles.Contains(path) && !PlatformAssemblies.IsShared(Path.GetFileNameWithoutExtension(path)))
            .Distinct(),
    ];

    /// <summary>What a program refers to: the framework, packages, files, and not the notebook's own assemblies.</summary>
    /// <param name="files">The files.</param>
    public IEnumerable<MetadataReference> ReferencesWith(IEnumerable<string> files)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return references.OfType<PortableExecutableReference>().Select(static reference => reference.FilePath).OfType<string>()
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Concat(PackageFiles).Concat(files).Distinct().Select(static path => MetadataReference.CreateFromFile(path));
    }

    /// <summary>Compiles the next cell.</summary>
    /// <returns>Its first error, with line and column; null when it compiles.</returns>
    public string? Add(ProgramCell cell, CancellationToken cancellationToken)
    {
        var tree = CSharpSyntaxTree.ParseText(cell.Code, CellLanguage.ParseOptions, cancellationToken: cancellationToken);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"cell{cells.Count}", tree, references, options.WithScriptClassName($"Submission{cells.Count}"), last, typeof(object));
        var error = compilation.GetDiagnostics(cancellationToken)
            .FirstOrDefault(static found => found.Severity == DiagnosticSeverity.Error);
        if (error is not null)
            return Describe(error);
        cells.Add(new(cell, compilation, tree, compilation.GetSemanticModel(tree)));
        last = compilation;
        return null;
    }

    private static string Describe(Diagnostic error)
    {
        var place = error.Location.GetLineSpan().StartLinePosition;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"line {place.Line + 1}, column {place.Character + 1}: {error.GetMessage(CultureInfo.InvariantCulture)} ({error.Id})");
    }
}
