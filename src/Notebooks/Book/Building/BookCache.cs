using System.Text.Json;
using Notebooks.Documents;

namespace Notebooks.Book.Building;

/// <summary>
/// What an earlier build left, in a folder beside the book. It only saves time: where it cannot be read or written, the
/// book is made afresh.
/// </summary>
/// <param name="folder">The folder.</param>
internal sealed class BookCache(string folder)
{
    private const string FilesName = "files.json";

    /// <summary>The entry of a source, or null.</summary>
    public CacheEntry? Find(BookSource source) => Read<CacheEntry>(NameOf(source));

    /// <summary>Keeps the entry of a source.</summary>
    public void Keep(BookSource source, CacheEntry entry) => Write(NameOf(source), entry);

    /// <summary>The files that the last build wrote, relative to the book's folder.</summary>
    public IReadOnlyList<string> Files => Read<List<string>>(FilesName) ?? [];

    /// <summary>Keeps which files this build wrote.</summary>
    public void KeepFiles(IReadOnlyList<string> files) => Write(FilesName, files);

    private static string NameOf(BookSource source) => source.Path.Replace('/', '_') + ".json";

    private T? Read<T>(string name)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(folder, name)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private void Write<T>(string name, T value)
    {
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.Write(Path.Combine(folder, name), JsonSerializer.SerializeToUtf8Bytes(value));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DocumentException)
        {
            // The next build takes longer, and that is all.
        }
    }
}
