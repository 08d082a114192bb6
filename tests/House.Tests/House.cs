using System.Runtime.CompilerServices;

namespace House.Tests;

/// <summary>The projects below src, compiled once for all tests.</summary>
internal static class House
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static IReadOnlyList<Project> Projects { get; } = [.. ProjectFiles.Select(Project.Compile)];

    public static IEnumerable<string> ProjectFiles =>
        Directory.GetFiles(Path.Combine(Repository, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>
    /// Holds text against a committed file. After a wanted change: set UPDATE_SNAPSHOTS=1, run the tests, read the
    /// difference, commit it.
    /// </summary>
    /// <param name="name">The file's name in the folder Snapshots.</param>
    /// <param name="found">One line for each thing that is held.</param>
    /// <param name="where">Tells where in the code a line comes from.</param>
    public static void Hold(string name, IReadOnlyCollection<string> found, Func<string, string> where)
    {
        var path = Path.Combine(Here(), "Snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, string.Join("\n", found) + "\n");
        Assert.True(File.Exists(path), $"No snapshot {name}. Set UPDATE_SNAPSHOTS=1 and run once.");
        var committed = File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var added = found.Except(committed).Select(line => $"new: {line}{where(line)}");
        var gone = committed.Except(found).Select(line => $"gone: {line}");
        string[] differences = [.. added, .. gone];
        Assert.True(
            differences.Length == 0,
            $"Not as in {name}; where it is meant so, set UPDATE_SNAPSHOTS=1 and run once.\n{string.Join('\n', differences)}");
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
