using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Notebooks.Sessions.Compiling;

/// <summary>
/// Resolves <c>#r "…"</c>: a path relative to the notebook's folder, or the name of a framework assembly. What a
/// library needs in turn is looked for beside it. Files are read whole and never held open, so a build can replace them.
/// </summary>
/// <param name="folder">The notebook's folder.</param>
/// <param name="loadContext">Told of every library, to load it when a cell runs.</param>
internal sealed class ReferenceResolver(string folder, SessionLoadContext loadContext) : MetadataReferenceResolver
{
    private readonly Dictionary<string, PortableExecutableReference> cache = [];

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var start = Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : folder;
        var path = Candidates(reference, start).FirstOrDefault(File.Exists);
        if (path is null)
            return [];
        loadContext.AddReference(path);
        return [Read(path)];
    }

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (definition is not PortableExecutableReference { FilePath: { } user })
            return null;
        var path = Path.Combine(Path.GetDirectoryName(user)!, referenceIdentity.Name + ".dll");
        return File.Exists(path) ? Read(path) : null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static IEnumerable<string> Candidates(string reference, string start)
    {
        yield return Path.GetFullPath(reference, start);
        yield return Path.GetFullPath(reference);
        if (!reference.Contains('/', StringComparison.Ordinal) && !reference.Contains('\\', StringComparison.Ordinal))
        {
            var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
            yield return Path.Combine(framework, reference);
            yield return Path.Combine(framework, reference + ".dll");
        }
    }

    private PortableExecutableReference Read(string path)
    {
        if (!cache.TryGetValue(path, out var reference))
            cache[path] = reference = MetadataReference.CreateFromImage(
                File.ReadAllBytes(path), documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml")), filePath: path);
        return reference;
    }
}
