using System.Runtime.CompilerServices;
using Notebooks.Documents;

namespace Conformance.RealKernel;

/// <summary>The chapter's notebooks, as they are committed.</summary>
internal static class Chapter
{
    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Where the notebooks are, and where their cells run.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "notebooks");

    /// <summary>A notebook.</summary>
    /// <param name="number">Its number, such as <c>03</c>.</param>
    public static NotebookDocument Load(string number) => NotebookDocument.Load(Directory.GetFiles(Folder, number + "-*.ipynb").Single());

    private static string FindRepository([CallerFilePath] string here = "")
    {
        var folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Notebooks.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"Found no Notebooks.sln above {here}.");
    }
}
