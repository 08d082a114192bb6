using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Notebooks.Documents;

namespace Notebooks.Book.Downloads;

/// <summary>
/// The notebooks, running by themselves: a zip with those whose cells load a library, now from the packages that come along, and with
/// the data that they read, all where the cells look for them.
/// </summary>
/// <remarks>
/// The packages stand in a <c>nuget.config</c> above the notebooks. An <c>#i</c> with a relative folder would do in our engine,
/// not in Microsoft's.
/// </remarks>
/// <param name="root">The root of the repository.</param>
internal sealed partial class DownloadArchive(string root)
{
    /// <summary>The archive's name in the book.</summary>
    public const string FileName = $"{Folder}.zip";

    private const string Folder = "book";

    private const string Configuration = """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources>
            <add key="packages that came with the notebooks" value="packages" />
          </packageSources>
        </configuration>

        """;

    private const string About =
        "Open one of the notebooks in VS Code or Jupyter with a C# kernel (.NET 10) and run its cells from the top.\n"
        + "The first cell loads the library from the folder packages, and what that needs from nuget.org, which takes a while once.\n";

    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackageFeed?> feeds = new(StringComparer.Ordinal);

    /// <summary>Adds a notebook with all that it needs, if it loads libraries and each has a <see cref="PackageFeed"/>.</summary>
    /// <param name="notebook">The executed notebook, as it is taken home; its cells are changed if it is added.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(NotebookDocument notebook)
    {
        var loading = notebook.Cells.Where(static cell => cell.IsCode && Library().IsMatch(cell.Source)).ToList();
        var needed = loading.SelectMany(static cell => Library().Matches(cell.Source)).Select(match => FeedOf(match, notebook)).ToList();
        if (needed.Count == 0 || needed.Contains(null))
            return false;

        foreach (var (package, content) in needed.SelectMany(static feed => feed!.Packages))
            files[$"packages/{package}"] = content;
        foreach (var path in notebook.Cells.SelectMany(static cell => Paths(cell.Source)))
            AddData(Path.GetFullPath(path, notebook.Folder));
        foreach (var cell in loading)
            cell.Source = Library().Replace(cell.Source, match => $"#r \"{FeedOf(match, notebook)!.Reference}\"");
        files[NameOf(Path.Combine(notebook.Folder, notebook.FileName))] = notebook.ToBytes();
        return true;
    }

    /// <summary>The archive.</summary>
    public byte[] ToBytes()
    {
        AddText("LICENSE");
        files["nuget.config"] = Encoding.UTF8.GetBytes(Configuration.ReplaceLineEndings("\n"));
        files["README.txt"] = Encoding.UTF8.GetBytes(About);
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry($"{Folder}/{name}");
                entry.LastWriteTime = Always;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private PackageFeed? FeedOf(Match load, NotebookDocument notebook)
    {
        var library = Path.GetFullPath(load.Groups["path"].Value, notebook.Folder);
        if (!feeds.TryGetValue(library, out var feed))
            feeds[library] = feed = PackageFeed.BesideOf(library);
        return feed;
    }

    /// <summary>Adds a file of the repository, and what is written about it.</summary>
    private void AddData(string path)
    {
        var name = NameOf(path);
        if (!File.Exists(path) || name.StartsWith("..", StringComparison.Ordinal))
            return;
        files[name] = File.ReadAllBytes(path);
        AddText($"{name[..(name.LastIndexOf('/') + 1)]}README.md");
    }

    private void AddText(string name)
    {
        if (File.Exists(Path.Combine(root, name)))
            files[name] = File.ReadAllBytes(Path.Combine(root, name));
    }

    private static IEnumerable<string> Paths(string source) => Quoted().Matches(source)
        .Select(static match => match.Groups["path"].Value)
        .Where(static path => !path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));

    private string NameOf(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    [GeneratedRegex(@"""(?<path>\.\.?/[^""\n]+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=^\s*)#r\s+""(?!nuget:)(?<path>[^""\n]+\.dll)""", RegexOptions.Multiline)]
    private static partial Regex Library();
}
