using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace House.Tests;

/// <summary>A project's sources, compiled.</summary>
/// <param name="Name">The name of its folder below src.</param>
/// <param name="Compilation">Its syntax trees, each with the path of its file, and what they refer to.</param>
internal sealed record Project(string Name, CSharpCompilation Compilation)
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private const string PageTorch = "NeuralNets.PageTorch";

    private static readonly string Configuration =
        typeof(Project).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static readonly Dictionary<string, string> ByAssembly =
        House.ProjectFiles.ToDictionary(AssemblyName, static file => Path.GetFileName(Path.GetDirectoryName(file)!));

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    /// <summary>The files of the project's own code, and those that it shares with others but that are no other project's.</summary>
    public IEnumerable<SyntaxTree> Files => Compilation.SyntaxTrees.Where(tree => File.Exists(tree.FilePath) && IsOwn(tree.FilePath));

    public static Project Compile(string projectFile)
    {
        var folder = Path.GetDirectoryName(projectFile)!;
        var assembly = AssemblyName(projectFile);
        var paths = SourceFiles(folder).Concat(Linked(projectFile));
        SyntaxTree[] trees = [.. paths.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, path))];
        var kind = trees.Any(HasTopLevelStatements) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var written = CSharpCompilation.Create(
            assembly,
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, Options)],
            References(projectFile),
            new(kind, allowUnsafe: true));
        CSharpGeneratorDriver.Create(Generators(), parseOptions: Options)
            .RunGeneratorsAndUpdateCompilation(written, out var compilation, out _);
        return new(Path.GetFileName(folder), (CSharpCompilation)compilation);
    }

    /// <summary>The C# files of a folder, without those that a build wrote.</summary>
    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            .Order(StringComparer.Ordinal);

    /// <summary>Files outside of the project's folder, which it shares with others.</summary>
    private static IEnumerable<string> Linked(string projectFile) =>
        XElement.Load(projectFile).Descendants("Compile").Where(static item => item.Attribute("Include") is not null)
            .SelectMany(item => Named(projectFile, item.Attribute("Include")!).Except(Named(projectFile, item.Attribute("Exclude"))));

    /// <summary>The files of a list, whose names may be patterns: <c>../Figures/Axes/*.cs;…</c></summary>
    private static IEnumerable<string> Named(string projectFile, XAttribute? files) =>
        (files?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(file => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(projectFile)!, file)))
            .SelectMany(path => path.Contains('*', StringComparison.Ordinal)
                ? Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray()
                : [path]);

    private bool IsOwn(string file)
    {
        var folder = Path.GetRelativePath(Path.Combine(House.Repository, "src"), file).Split(Path.DirectorySeparatorChar)[0];
        return folder == Name || !ByAssembly.ContainsValue(folder);
    }

    /// <summary>The project that an assembly is built from; null for a package's.</summary>
    public static string? Of(string assembly) => ByAssembly.GetValueOrDefault(assembly);

    /// <summary>The framework's own source generators, which write the bodies of regular expressions and of JSON contexts.</summary>
    private static IEnumerable<ISourceGenerator> Generators()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        var pack = Directory.GetDirectories(packs, $"{Environment.Version.Major}.*").Max()!;
        return Directory.GetFiles(Path.Combine(pack, "analyzers", "dotnet", "cs"), "*.dll")
            .SelectMany(path => new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp));
    }

    private static string AssemblyName(string projectFile) =>
        XElement.Load(projectFile).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(projectFile);

    /// <summary>The framework, all packages, and of our own projects those that this one refers to.</summary>
    private static IEnumerable<MetadataReference> References(string projectFile)
    {
        var others = House.ProjectFiles.Except(Referred(projectFile)).Select(AssemblyName).ToHashSet();
        if (!others.Contains(PageTorch))
            others.Add("TorchSharp"); // Of which it has the names.
        string[] outputs = [Path.Combine("NeuralNets", "bin"), .. new[] { "Notebooks", "PageTorch" }
            .Select(name => Path.Combine(name, "bin", Configuration, "net10.0"))];
        var built = outputs
            .SelectMany(folder => Directory.GetFiles(Path.Combine(House.Repository, "src", folder), "*.dll"));
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));
        return built.Concat(platform)
            .DistinctBy(Path.GetFileName)
            .Where(path => !others.Contains(Path.GetFileNameWithoutExtension(path)) && IsManaged(path))
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static IEnumerable<string> Referred(string projectFile) =>
        XElement.Load(projectFile).Descendants("ProjectReference")
            .Select(reference => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(projectFile)!, reference.Attribute("Include")!.Value)))
            .SelectMany(file => Referred(file).Append(file));

    private static bool HasTopLevelStatements(SyntaxTree tree) => tree.GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax);

    private static bool IsManaged(string path)
    {
        using var reader = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        return reader.HasMetadata;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
