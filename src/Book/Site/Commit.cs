using System.Diagnostics;
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
        if (Git(root, "log", "-1", "--format=%H %cs").Split(' ') is not [{ Length: >= 10 } hash, var date])
            return new("", null);
        var changed = Git(root, "status", "--porcelain").Length > 0;
        return new(hash[..10] + (changed ? "+" : ""), DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>Output of git, or nothing: the book is also built where there is no git.</summary>
    private static string Git(string root, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(
                new ProcessStartInfo("git", ["-C", root, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            git.ErrorDataReceived += static (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Trim() : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
