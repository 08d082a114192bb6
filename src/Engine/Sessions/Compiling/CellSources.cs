using System.Collections.Concurrent;

namespace Notebooks.Sessions.Compiling;

/// <summary>All texts that a session has compiled, found by the path that debug information carries.</summary>
/// <param name="folder">The notebook's folder, to which files are shown relative.</param>
internal sealed class CellSources(string folder)
{
    private readonly ConcurrentDictionary<string, CellSource> sources = new(StringComparer.Ordinal);

    /// <summary>True if a path names a cell, not a file.</summary>
    /// <param name="path">A path under which something was compiled.</param>
    public static bool IsCell(string? path) => path?.Contains("#cell ", StringComparison.Ordinal) == true;

    /// <summary>Registers a cell, under a path of its own even when the cell is executed again.</summary>
    /// <param name="notebook">The notebook's file name.</param>
    /// <param name="cell">The cell's number, from 1; 0 for a file without cells.</param>
    /// <param name="code">Its code; lines are the cell's lines.</param>
    public CellSource AddCell(string notebook, int cell, string code)
    {
        for (var run = 1; ; run++)
        {
            var path = $"{notebook}#cell {cell}" + (run == 1 ? "" : $" ({run})");
            var source = new CellSource(path, CellSource.LabelOf(notebook, cell), code);
            if (sources.TryAdd(path, source))
                return source;
        }
    }

    /// <summary>Finds what was compiled under a path; null for code that is not the reader's.</summary>
    /// <param name="path">The path that diagnostics or debug information name.</param>
    public CellSource? Find(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        if (sources.TryGetValue(path, out var source))
            return source;
        var isScript = Path.IsPathRooted(path) && Path.GetExtension(path) is ".csx" && File.Exists(path);
        return isScript
            ? sources[path] = new CellSource(path, Path.GetRelativePath(folder, path), File.ReadAllText(path))
            : null;
    }
}
