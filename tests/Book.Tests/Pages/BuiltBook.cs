using System.Collections.Concurrent;
using Notebooks.Book.Building;
using Notebooks.Book.Programs;
using Notebooks.Documents;
using Testing;

namespace Book.Tests.Pages;

/// <summary>The book of the repository's notebooks with the outputs that are committed: built once, executed by nobody.</summary>
internal static class BuiltBook
{
    private static readonly Lazy<Task<string>> Build = new(BuildAsync);
    private static readonly ConcurrentQueue<string> Lines = [];

    /// <summary>The file names of its pages, known before it is built.</summary>
    public static TheoryData<string> Pages { get; } =
    [
        "index.html",
        .. WorkingCopy.Notebooks.Select(file => Path.ChangeExtension(Path.GetFileName(file), ".html")),
        "playground.html",
        "glossary.html",
        "corrections.html",
        "data.html",
    ];

    /// <summary>The folder of the book.</summary>
    public static Task<string> FolderAsync() => Build.Value;

    /// <summary>The address of a page, as a reader opens it from the disk.</summary>
    public static async Task<string> AddressAsync(string page) => new Uri(Path.Combine(await FolderAsync(), page)).AbsoluteUri;

    /// <summary>What was said while the program that its pages run was made.</summary>
    public static IReadOnlyCollection<string> Said => Lines;

    private static async Task<string> BuildAsync()
    {
        var folder = Path.Combine(WorkingCopy.Root, "artifacts", "book-of-tests");
        var notebooks = WorkingCopy.Notebooks.Select(NotebookDocument.Load).ToList();
        var build = new BookBuild(WorkingCopy.Root, folder) { Programs = new ProgramMaking(WorkingCopy.Root), Say = Lines.Enqueue };
        var wentWell = await build.RunAsync(notebooks, AsCommitted);
        Assert.True(wentWell, "A committed notebook has a cell that failed.");
        return folder;
    }

    private static async IAsyncEnumerable<NotebookDocument> AsCommitted(IReadOnlyList<NotebookDocument> notebooks)
    {
        foreach (var notebook in notebooks)
        {
            await Task.Yield();
            yield return notebook;
        }
    }
}
