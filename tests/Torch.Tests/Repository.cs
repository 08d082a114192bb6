namespace NeuralNets.Tests.Torch;

/// <summary>Finds the working copy that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder that notebooks load the library from.</summary>
    public static string LibraryOutput
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Notebooks.sln")))
                folder = folder.Parent;
            return Path.Combine(folder?.FullName
                ?? throw new DirectoryNotFoundException("Notebooks.sln was not found above the tests."), "src", "NeuralNets", "bin");
        }
    }
}
