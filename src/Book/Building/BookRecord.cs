using Notebooks.Book.Site;
using Notebooks.Book.Sources;

namespace Notebooks.Book.Building;

/// <summary>
/// What the last build has made of what: every file that went into the book and every file of it, with fingerprints. As
/// long as all are the same, another build would write the same book.
/// </summary>
/// <param name="root">The root of the repository.</param>
/// <param name="path">Where the record is kept: first the program and the commit, then a line for each file.</param>
internal sealed class BookRecord(string root, string path)
{
    /// <summary>Whether everything is as the last build left it.</summary>
    public bool Holds()
    {
        try
        {
            var lines = File.ReadAllLines(path);
            var commit = Task.Run(() => Commit.Of(root));
            var files = Lines(SourceFiles().Concat(lines.Skip(1).Select(FileOf))).ToHashSet(StringComparer.Ordinal);
            return files.SetEquals(lines.Skip(1)) && lines.FirstOrDefault() == FirstLine(commit.GetAwaiter().GetResult());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>
    /// The part of the record about what goes into the book: notebooks, texts and data, as many as there are, and these
    /// files.
    /// </summary>
    public IReadOnlyList<string> OfSources(IEnumerable<string> files) => Lines(SourceFiles().Concat(files));

    /// <summary>Keeps the record of a build.</summary>
    /// <param name="commit">The commit it was made from.</param>
    /// <param name="sources">What went into it, as it was when the build began.</param>
    /// <param name="files">What came out of it.</param>
    public void Keep(Commit commit, IReadOnlyList<string> sources, IEnumerable<string> files)
    {
        try
        {
            File.WriteAllLines(path, [FirstLine(commit), .. sources, .. Lines(files)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next build takes longer, and that is all.
        }
    }

    private static string FirstLine(Commit commit) => $"{Fingerprint.OfEngine} {Environment.Version} {commit.Hash}";

    private static string FileOf(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private IEnumerable<string> SourceFiles() =>
    [
        .. FilesOf("notebooks", "*.ipynb", SearchOption.TopDirectoryOnly),
        .. FilesOf("notebooks", "*.md", SearchOption.TopDirectoryOnly),
        .. FilesOf("data", "*", SearchOption.AllDirectories),
    ];

    private string[] FilesOf(string name, string pattern, SearchOption depth)
    {
        var folder = Path.Combine(root, name);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, pattern, depth) : [];
    }

    private IReadOnlyList<string> Lines(IEnumerable<string> files) =>
        [.. files.Select(file => Path.GetRelativePath(root, Path.Combine(root, file))).Distinct(StringComparer.Ordinal)
            .Select(file => $"{Fingerprint.OfFile(Path.Combine(root, file))} {file}")];
}
