namespace Testing;

/// <summary>The working copy of the repository that the tests were built in.</summary>
public static class WorkingCopy
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of the notebooks.</summary>
    public static string NotebooksFolder { get; } = Path.Combine(Root, "notebooks");

    /// <summary>The notebooks' full paths, in reading order.</summary>
    public static IReadOnlyList<string> Notebooks { get; } = [.. Directory.GetFiles(NotebooksFolder, "*.ipynb")
        .Order(StringComparer.Ordinal)];

    /// <summary>The folder that notebooks load the library from.</summary>
    public static string LibraryOutput { get; } = Path.Combine(Root, "src", "NeuralNets", "bin");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Notebooks.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Notebooks.sln is in no folder above the tests.");
        return folder;
    }
}
