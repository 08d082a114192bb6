using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Notebooks.Sessions.Executing;

/// <summary>
/// The libraries that cells have named by <c>#r "path"</c>. What is loaded of each stays until the session ends: when a file
/// changes, or another one of the same name is named, the cells go on with the old code, and should know.
/// </summary>
internal sealed class NamedLibraries
{
    private readonly Dictionary<string, Named> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> remarks = [];

    /// <summary>A cell names a library.</summary>
    /// <param name="path">Its full path.</param>
    public void Add(string path)
    {
        var found = Look(path);
        if (!byName.TryAdd(Path.GetFileNameWithoutExtension(path), found)
            && byName[Path.GetFileNameWithoutExtension(path)] is var loaded && loaded.Path != path && loaded.Build != found.Build)
        {
            remarks.Add(
                $"{path} is not used, as another {Path.GetFileName(path)} is loaded already, from {loaded.Path}. Restart to use it.");
        }
    }

    /// <summary>A line for each library of which other code is loaded than a cell may think; once for each change.</summary>
    public IReadOnlyList<string> TakeRemarks()
    {
        foreach (var (name, loaded) in byName.ToList())
        {
            if (File.GetLastWriteTimeUtc(loaded.Path) == loaded.Written || Look(loaded.Path) is not { Build: { } build } now)
                continue;
            if (build != loaded.Build)
                remarks.Add($"{loaded.Path} has changed since it was loaded: the old code goes on. Restart to use the new.");
            byName[name] = now;
        }

        string[] taken = [.. remarks];
        remarks.Clear();
        return taken;
    }

    // The same sources give the same build again, which is no change.
    private static Named Look(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        try
        {
            using var image = new PEReader(File.OpenRead(path));
            var metadata = image.GetMetadataReader();
            return new Named(path, written, metadata.GetGuid(metadata.GetModuleDefinition().Mvid));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or BadImageFormatException
            or InvalidOperationException)
        {
            return new Named(path, written, null); // Gone, or being written.
        }
    }

    private sealed record Named(string Path, DateTime Written, Guid? Build);
}
