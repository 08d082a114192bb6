using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Notebooks.Documents;

namespace Notebooks.Book.Downloads;

/// <summary>
/// A notebook that runs by itself: a zip with the notebook, whose cell loads the library from the packages that come along, and
/// with the data that its cells read, all where the cells look for them.
/// </summary>
/// <remarks>
/// The packages stand in a <c>nuget.config</c> above the notebook. An <c>#i</c> with a relative folder would do in our engine,
/// not in Microsoft's.
/// </remarks>
internal static partial class DownloadArchive
{
    private const string Configuration = """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources>
            <add key="packages that came with the notebook" value="packages" />
          </packageSources>
        </configuration>

        """;

    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The archive; null where a library that a cell loads has no <see cref="PackageFeed"/>.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="notebook">The executed notebook, as it is taken home; its cells are changed.</param>
    public static byte[]? Of(string root, NotebookDocument notebook)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var feeds = new List<PackageFeed>();
        foreach (var cell in notebook.Cells)
        {
            foreach (var path in Paths(cell.Source).Select(path => Path.GetFullPath(path, notebook.Folder)).Where(path => IsIn(root, path)))
                files[NameOf(root, path)] = File.ReadAllBytes(path);
            if (!cell.IsCode)
                continue;
            cell.Source = Library().Replace(cell.Source, match =>
            {
                if (PackageFeed.BesideOf(Path.GetFullPath(match.Groups["path"].Value, notebook.Folder)) is not { } feed)
                    return match.Value;
                feeds.Add(feed);
                return $"#r \"{feed.Reference}\"";
            });
            if (Library().IsMatch(cell.Source))
                return null;
        }

        if (feeds.Count == 0)
            return null;
        foreach (var (package, content) in feeds.SelectMany(static feed => feed.Packages))
            files[$"packages/{package}"] = content;
        foreach (var about in files.Keys.Select(name => $"{Path.GetDirectoryName(name)}/README.md").Append("LICENSE").Distinct().ToList())
        {
            if (File.Exists(Path.Combine(root, about)))
                files[about] = File.ReadAllBytes(Path.Combine(root, about));
        }

        var name = NameOf(root, Path.Combine(notebook.Folder, notebook.FileName));
        files[name] = notebook.ToBytes();
        files["nuget.config"] = Encoding.UTF8.GetBytes(Configuration.ReplaceLineEndings("\n"));
        files["README.txt"] = Encoding.UTF8.GetBytes(
            $"Open {name} in VS Code or Jupyter with a C# kernel (.NET 10) and run its cells from the top.\n"
            + "The first cell loads the library from the folder packages, and what that needs from nuget.org, which takes a while once.\n");
        return Zip(Path.GetFileNameWithoutExtension(notebook.FileName), files);
    }

    private static IEnumerable<string> Paths(string source) => Quoted().Matches(source)
        .Select(static match => match.Groups["path"].Value)
        .Where(static path => !path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));

    private static bool IsIn(string root, string path) =>
        File.Exists(path) && !NameOf(root, path).StartsWith("..", StringComparison.Ordinal);

    private static string NameOf(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static byte[] Zip(string folder, SortedDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry($"{folder}/{name}");
                entry.LastWriteTime = Always;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    [GeneratedRegex(@"""(?<path>\.\.?/[^""\n]+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=^\s*)#r\s+""(?!nuget:)(?<path>[^""\n]+\.dll)""", RegexOptions.Multiline)]
    private static partial Regex Library();
}
