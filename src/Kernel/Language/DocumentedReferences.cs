using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Notebooks.Jupyter.Language;

/// <summary>A session's references together with their XML documentation, which lies beside each assembly.</summary>
internal sealed class DocumentedReferences
{
    // Shared by all: the framework's documentation is 30 MB of XML. A library that was built anew is read anew.
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), PortableExecutableReference> Read = new();

    private readonly string? frameworkReferences = FindFrameworkReferences();

    /// <summary>The same assemblies, documented; the framework's as the SDK's reference assemblies where they are installed.</summary>
    /// <param name="references">References of a session.</param>
    public ImmutableArray<MetadataReference> Documented(IEnumerable<MetadataReference> references)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var paths = references.OfType<PortableExecutableReference>().Select(reference => reference.FilePath!);
        if (frameworkReferences is not null)
            paths = Directory.EnumerateFiles(frameworkReferences, "*.dll")
                .Concat(paths.Where(path => Path.GetDirectoryName(path) != framework));
        return [.. paths.Select(Documented)];
    }

    /// <summary>A resolver of <c>#r</c> whose references are documented.</summary>
    public static MetadataReferenceResolver? Documented(MetadataReferenceResolver? resolver) =>
        resolver is null ? null : new Resolver(resolver);

    private static PortableExecutableReference Documented(string path) =>
        Read.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), _ => MetadataReference.CreateFromFile(
            path, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml"))));

    // <root>/shared/Microsoft.NETCore.App/<version> runs; <root>/packs/Microsoft.NETCore.App.Ref/<version>/ref/net… documents it.
    private static string? FindFrameworkReferences()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        var version = $"{Environment.Version.Major}.{Environment.Version.Minor}";
        return !Directory.Exists(packs) ? null : Directory.EnumerateDirectories(packs, version + ".*")
            .Select(pack => Path.Combine(pack, "ref", "net" + version))
            .Where(Directory.Exists)
            .Order(StringComparer.Ordinal)
            .LastOrDefault();
    }

    private sealed class Resolver(MetadataReferenceResolver session) : MetadataReferenceResolver
    {
        private readonly MetadataReferenceResolver session = session;

        public override bool ResolveMissingAssemblies => session.ResolveMissingAssemblies;

        public override ImmutableArray<PortableExecutableReference> ResolveReference(
            string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
            [.. session.ResolveReference(reference, baseFilePath, properties)
                .Select(found => DocumentedReferences.Documented(found.FilePath!))];

        public override PortableExecutableReference? ResolveMissingAssembly(
            MetadataReference definition, AssemblyIdentity referenceIdentity) =>
            session.ResolveMissingAssembly(definition, referenceIdentity)?.FilePath is { } path
                ? DocumentedReferences.Documented(path)
                : null;

        public override bool Equals(object? other) => other is Resolver same && same.session.Equals(session);

        public override int GetHashCode() => session.GetHashCode();
    }
}
