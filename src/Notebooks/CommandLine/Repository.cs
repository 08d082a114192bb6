namespace Notebooks.CommandLine;

/// <summary>Working copy whose notebooks are meant when the user names none.</summary>
internal static class Repository
{
    /// <summary>
    /// The nearest folder, from this one upwards, that has a folder <c>notebooks</c> with notebooks in it; null when there is none.
    /// </summary>
    public static string? Find(string from)
    {
        for (var folder = Path.GetFullPath(from); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (NotebooksOf(folder).Count > 0)
                return folder;
        }

        return null;
    }

    /// <summary>The repository that the current folder lies in.</summary>
    /// <exception cref="CallException">It lies in none.</exception>
    public static string Here()
    {
        var here = Directory.GetCurrentDirectory();
        return Find(here)
            ?? throw new CallException(
                $"no notebooks/*.ipynb in {here} or a folder above it; go to a folder that has them, or name the notebooks");
    }

    /// <summary>The notebooks of a repository, in the order of their names.</summary>
    public static IReadOnlyList<string> NotebooksOf(string root)
    {
        var folder = Path.Combine(root, "notebooks");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)]
            : [];
    }
}
