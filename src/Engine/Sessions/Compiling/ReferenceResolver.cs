using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Notebooks.Platform;

namespace Notebooks.Sessions.Compiling;

/// <summary>
/// Resolves <c>#r "…"</c>: a path relative to the notebook's folder, or the name of a framework assembly. What a
/// library needs in turn is looked for beside it. Only the metadata of a file are read, and it is never held open, so a
/// build can replace it.
/// </summary>
internal sealed class ReferenceResolver(string folder) : MetadataReferenceResolver
{
    // The notebooks that one process compiles share the files, but not what the compiler makes of them: of a library that
    // it finds by itself it would take over what it has linked to another notebook's framework.
    private static readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), ModuleMetadata> Files = new();

    private readonly ConcurrentDictionary<string, PortableExecutableReference> cache = new();
    private readonly ConcurrentQueue<string> named = new();

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
        named.Enqueue(path);
        return [Read(path)];
    }

    /// <summary>Full paths of the libraries that were named since the last call, to load them when a cell runs.</summary>
    public IReadOnlyList<string> TakeNamed()
    {
        List<string> taken = [];
        while (named.TryDequeue(out var path))
            taken.Add(path);
        return taken;
    }

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (definition is not PortableExecutableReference { FilePath: { } user }
            || PlatformAssemblies.IsShared(Path.GetFileNameWithoutExtension(user)))
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

    private PortableExecutableReference Read(string path) => cache.GetOrAdd(path, static path =>
    {
        var file = new FileInfo(path);
        var module = Files.GetOrAdd((path, file.LastWriteTimeUtc, file.Length), static key => Metadata(key.Path));
        return AssemblyMetadata.Create(module)
            .GetReference(XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml")), filePath: path);
    });

    private static ModuleMetadata Metadata(string path)
    {
        try
        {
            return ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        }
        catch (BadImageFormatException)
        {
            return ModuleMetadata.CreateFromImage(File.ReadAllBytes(path)); // The compiler says that it is no library.
        }
    }
}
