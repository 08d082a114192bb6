using Notebooks.Book.Sources;

namespace Notebooks.Book.Site;

/// <summary>The picture that other sites show of a page. Most of them show a PNG only, so it is kept beside the notebooks as one.</summary>
/// <param name="Name">Its file in the book.</param>
/// <param name="Content">The file.</param>
internal sealed record PreviewPicture(string Name, byte[] Content)
{
    private const string Folder = "notebooks/previews";

    /// <summary>The picture of a page, or else the cover's, or null where none is kept.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="href">The page's file name.</param>
    public static PreviewPicture? Of(string root, string href) => Kept(root, href) ?? Kept(root, BookSource.CoverHref);

    private static PreviewPicture? Kept(string root, string href)
    {
        var name = Path.ChangeExtension(href, ".png");
        var file = Path.Combine(root, Folder, name);
        return File.Exists(file) ? new($"assets/previews/{name}", File.ReadAllBytes(file)) : null;
    }
}
