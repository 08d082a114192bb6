using System.Diagnostics;

namespace Notebooks.Book.Site;

/// <summary>Asks git; the book is also built where there is none.</summary>
internal static class Git
{
    /// <summary>What git prints, or nothing.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="arguments">What is asked.</param>
    public static string Output(string root, params string[] arguments)
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
