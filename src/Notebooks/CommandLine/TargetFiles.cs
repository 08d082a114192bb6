using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary>The files that a command writes, one for each notebook.</summary>
internal static class TargetFiles
{
    /// <summary>The files: the notebooks' own, or those of their names in a folder.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="folder">The folder, which is made; null for the notebooks' own.</param>
    /// <param name="ending">How the names end; null for as they do.</param>
    /// <exception cref="CallException">Two notebooks would be one file, or the folder cannot be made.</exception>
    public static Dictionary<NotebookDocument, string> Of(IReadOnlyList<NotebookDocument> notebooks, string? folder, string? ending = null)
    {
        var targets = notebooks.ToDictionary(static notebook => notebook, notebook => WithEnding(
            folder is null ? notebook.Name : Path.Combine(folder, notebook.FileName), ending));
        var clashes = notebooks.GroupBy(notebook => Path.GetFullPath(targets[notebook]), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1 && !(targets[group.First()] == group.First().Name && AreFiles(group))).ToList();
        var place = folder is null ? "" : $"--output {folder}: ";
        if (clashes.Count > 0)
            throw new CallException(
                clashes.Select(group => $"{place}{string.Join(" and ", group.Select(n => n.Name))} would be one file there"));
        if (folder is not null)
            OutputFolder.Create(folder);
        return targets;
    }

    /// <summary>True if this system keeps them apart, although they differ by upper and lower case alone.</summary>
    private static bool AreFiles(IEnumerable<NotebookDocument> notebooks)
    {
        var paths = notebooks.Select(static notebook => Path.GetFullPath(notebook.Name)).ToList();
        return paths.Distinct(StringComparer.Ordinal).Count() == paths.Count
            && paths.TrueForAll(path => Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Contains(path, StringComparer.Ordinal));
    }

    private static string WithEnding(string file, string? ending) => ending is null ? file : Path.ChangeExtension(file, ending);
}
