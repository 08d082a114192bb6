using System.Text;
using Notebooks.Documents;

namespace Notebooks.Book.Sources;

/// <summary>A file from which a page is made.</summary>
/// <param name="Path">The file, relative to the root, with forward slashes.</param>
/// <param name="Href">The page's file name.</param>
/// <param name="Number">Its number in the chapter, or nothing.</param>
/// <param name="Notebook">The notebook, or null for a Markdown file.</param>
/// <param name="Content">The file's content when the build began.</param>
internal sealed record BookSource(string Path, string Href, string Number, NotebookDocument? Notebook, byte[] Content)
{
    /// <summary>The cover's text.</summary>
    public const string Cover = "notebooks/cover.md";

    /// <summary>The cover's file name.</summary>
    public const string CoverHref = "index.html";

    /// <summary>The page in which a reader trains a network.</summary>
    public const string Playground = "playground.html";

    private static readonly (string Path, string Href)[] Around =
    [
        ("notebooks/playground.md", Playground), ("notebooks/glossary.md", "glossary.html"),
        ("notebooks/corrections.md", "corrections.html"), ("data/README.md", "data.html"),
    ];

    /// <summary>The fingerprint of the file.</summary>
    public string Key { get; } = Fingerprint.Of(Content);

    /// <summary>Every source of the book, in reading order: the cover, the notebooks, the pages around them as far as they exist.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="notebooks">The notebooks.</param>
    public static IReadOnlyList<BookSource> All(string root, IReadOnlyList<NotebookDocument> notebooks) =>
    [
        Of(root, Cover, CoverHref),
        .. notebooks.Select(notebook => OfNotebook(root, notebook)),
        .. Around.Where(file => File.Exists(System.IO.Path.Combine(root, file.Path))).Select(file => Of(root, file.Path, file.Href)),
    ];

    /// <summary>A Markdown file; a repository without a text for the cover gets its folder's name as title.</summary>
    private static BookSource Of(string root, string path, string href)
    {
        var file = System.IO.Path.Combine(root, path);
        return new(path, href, "", null, File.Exists(file)
            ? File.ReadAllBytes(file)
            : Encoding.UTF8.GetBytes($"# {System.IO.Path.GetFileName(root)}\n"));
    }

    private static BookSource OfNotebook(string root, NotebookDocument notebook)
    {
        var file = System.IO.Path.Combine(notebook.Folder, notebook.FileName);
        var path = System.IO.Path.GetRelativePath(root, file).Replace('\\', '/');
        var number = string.Concat(notebook.FileName.TakeWhile(char.IsAsciiDigit)).TrimStart('0');
        return new(path, System.IO.Path.ChangeExtension(notebook.FileName, ".html"), number, notebook, File.ReadAllBytes(file));
    }
}
