using System.Globalization;

namespace Notebooks.Book.Site;

/// <summary>Sources and tools of a build; the same for every build of a commit.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Versions">Name and version of what the cells ran with.</param>
internal sealed record BuildInfo(Commit Commit, IReadOnlyList<(string Name, string Version)> Versions)
{
    /// <summary>In one sentence, for the foot of each page.</summary>
    public string Sentence
    {
        get
        {
            var from = Commit.Date is { } date
                ? string.Create(CultureInfo.InvariantCulture, $"Built from commit {Commit.Hash} of {date:d MMMM yyyy}")
                : "Built";
            var versions = Versions.Select(static part => $"{part.Name} {part.Version}").ToList();
            return versions.Count == 0 ? $"{from}." : $"{from} with {string.Join(", ", versions)}.";
        }
    }
}
