using System.Text;
using Notebooks.Documents;

namespace Notebooks.Book.Building;

/// <summary>A file from which a page is made.</summary>
/// <param name="Path">The file, relative to the root, with forward slashes.</param>
/// <param name="Href">The page's file name.</param>
/// <param name="Number">Its number in the chapter, or nothing.</param>
/// <param name="Notebook">The notebook, or null for a Markdown file.</param>
internal sealed record BookSource(string Path, string Href, string Number, NotebookDocument? Notebook)
{
    /// <summary>The cover's text.</summary>
    public const string Cover = "notebooks/cover.md";

    private static readonly (string Path, string Href)[] Around =
        [("notebooks/glossary.md", "glossary.html"), ("notebooks/corrections.md", "corrections.html"), ("data/README.md", "data.html")];

    /// <summary>The file's content; a repository without a text for the cover gets its folder's name as title.</summary>
    /// <param name="root">The root of the repository.</param>
    public byte[] Content(string root)
    {
        var file = System.IO.Path.Combine(root, Path);
        return File.Exists(file) ? File.ReadAllBytes(file) : Encoding.UTF8.GetBytes($"# {System.IO.Path.GetFileName(root)}\n");
    }

    /// <summary>The fingerprint of the file.</summary>
    /// <param name="root">The root of the repository.</param>
    public string Key(string root) => Fingerprint.Of(Content(root));

    /// <summary>Every source of the book, in reading order: the cover, the notebooks, the pages around them as far as they exist.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="notebooks">The notebooks.</param>
    public static IReadOnlyList<BookSource> All(string root, IReadOnlyList<NotebookDocument> notebooks) =>
    [
        new(Cover, "index.html", "", null),
        .. notebooks.Select(notebook => OfNotebook(root, notebook)),
        .. Around.Where(file => File.Exists(System.IO.Path.Combine(root, file.Path))).Select(static file => new BookSource(file.Path, file.Href, "", null)),
    ];

    private static BookSource OfNotebook(string root, NotebookDocument notebook)
    {
        var path = System.IO.Path.GetRelativePath(root, System.IO.Path.Combine(notebook.Folder, notebook.FileName)).Replace('\\', '/');
        var number = string.Concat(notebook.FileName.TakeWhile(char.IsAsciiDigit)).TrimStart('0');
        return new(path, System.IO.Path.ChangeExtension(notebook.FileName, ".html"), number, notebook);
    }
}
