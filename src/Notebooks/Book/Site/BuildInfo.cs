using System.Globalization;

namespace Notebooks.Book.Site;

/// <summary>What a book was built from and with; the same for every build of a commit.</summary>
/// <param name="Commit">The commit's short hash, with a plus when files differ from it; empty outside a repository.</param>
/// <param name="Date">The commit's date, or null.</param>
/// <param name="Versions">Name and version of what the cells ran with.</param>
internal sealed record BuildInfo(string Commit, DateOnly? Date, IReadOnlyList<(string Name, string Version)> Versions)
{
    /// <summary>In one sentence, for the foot of each page.</summary>
    public string Sentence
    {
        get
        {
            var date = Date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            var from = Commit.Length == 0 ? "Built" : $"Built from commit {Commit}{(date is null ? "" : $" of {date}")}";
            var versions = Versions.Select(static part => $"{part.Name} {part.Version}").ToList();
            return versions.Count == 0 ? $"{from}." : $"{from} with {string.Join(", ", versions)}.";
        }
    }
}
