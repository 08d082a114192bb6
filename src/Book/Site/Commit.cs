using System.Globalization;

namespace Notebooks.Book.Site;

/// <summary>The commit of a repository that is checked out.</summary>
/// <param name="Hash">Its short hash, with a plus when files differ from it; empty outside a repository.</param>
/// <param name="Date">Its date, or null.</param>
internal sealed record Commit(string Hash, DateOnly? Date)
{
    /// <summary>Asks git.</summary>
    /// <param name="root">The root of the repository.</param>
    public static Commit Of(string root)
    {
        if (Git.Output(root, "log", "-1", "--format=%H %cs").Split(' ') is not [{ Length: >= 10 } hash, var date])
            return new("", null);
        var changed = Git.Output(root, "status", "--porcelain").Length > 0;
        return new(hash[..10] + (changed ? "+" : ""), DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
