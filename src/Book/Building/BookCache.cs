using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Notebooks.Book.Sources;
using Notebooks.Documents;

namespace Notebooks.Book.Building;

/// <summary>
/// Results of an earlier build, in a folder beside the book. It only saves time: where it cannot be read or written, the
/// book is made afresh.
/// </summary>
internal sealed class BookCache(string folder)
{
    private const string FilesName = "files.json";
    private readonly Dictionary<string, CacheEntry?> entries = new(StringComparer.Ordinal);

    /// <summary>The entry of a source, or null.</summary>
    public CacheEntry? Find(BookSource source)
    {
        if (!entries.TryGetValue(source.Path, out var entry))
            entries[source.Path] = entry = Read(NameOf(source), BookJson.Default.CacheEntry);
        return entry;
    }

    /// <summary>Keeps the entry of a source.</summary>
    public void Keep(BookSource source, CacheEntry entry)
    {
        if (entry != Find(source))
            Write(NameOf(source), entry, BookJson.Default.CacheEntry);
        entries[source.Path] = entry;
    }

    /// <summary>A notebook with the outputs of its last execution, or null.</summary>
    public byte[]? Notebook(NotebookDocument notebook) => Read(notebook.FileName);

    /// <summary>Keeps a notebook with its outputs.</summary>
    public void Keep(NotebookDocument notebook, byte[] executed) => Write(notebook.FileName, executed);

    /// <summary>The files that the last build wrote, relative to the book's folder.</summary>
    public IReadOnlyList<string> Files => Read(FilesName, BookJson.Default.IReadOnlyListString) ?? [];

    /// <summary>Keeps which files this build wrote.</summary>
    public void KeepFiles(IReadOnlyList<string> files) => Write(FilesName, files, BookJson.Default.IReadOnlyListString);

    private static string NameOf(BookSource source) => source.Path.Replace('/', '_') + ".json";

    private T? Read<T>(string name, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Read(name) is { } content ? JsonSerializer.Deserialize(content, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private byte[]? Read(string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Write<T>(string name, T value, JsonTypeInfo<T> type) => Write(name, JsonSerializer.SerializeToUtf8Bytes(value, type));

    private void Write(string name, byte[] content)
    {
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.Write(Path.Combine(folder, name), content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DocumentException)
        {
            // The next build takes longer, and that is all.
        }
    }
}
