using System.Globalization;

namespace Notebooks.Book.Site;

/// <summary>A change of the book's sources.</summary>
/// <param name="Hash">The commit that made it.</param>
/// <param name="Date">When.</param>
/// <param name="Subject">What it did, in one line.</param>
internal sealed record Change(string Hash, DateTimeOffset Date, string Subject)
{
    private const int Latest = 30;

    /// <summary>The latest changes of the sources, the newest first; none where there is no git.</summary>
    /// <param name="root">The root of the repository.</param>
    public static IReadOnlyList<Change> Of(string root) =>
    [
        .. Git.Output(root, "log", $"-{Latest}", "--format=%H%x09%cI%x09%s", "--", "notebooks", "data").Split('\n')
            .Select(static line => line.Split('\t', 3)).Where(static parts => parts.Length == 3)
            .Select(static parts => new Change(parts[0], DateTimeOffset.Parse(parts[1], CultureInfo.InvariantCulture), parts[2])),
    ];
}
