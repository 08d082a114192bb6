using System.Text;
using Notebooks.Book.Writing;
using Notebooks.Documents;

namespace Notebooks.Book.Site;

/// <summary>Writes the book's files; one whose content is the same stays untouched, one that is no longer part of the book goes.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="output">The folder of the book.</param>
internal sealed class SiteWriter(string root, string output)
{
    /// <summary>Writes the book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="plotly">plotly.js, or null.</param>
    /// <param name="programs">The programs that the pages run, by their names.</param>
    /// <param name="earlier">The files of the last build, relative to the book's folder.</param>
    /// <returns>The files of the book, relative to its folder.</returns>
    public IReadOnlyList<string> Write(
        BookContents book, PlotlySource? plotly, IReadOnlyDictionary<string, byte[]> programs, IEnumerable<string> earlier)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in Asset.Names)
            files[$"assets/{name}"] = Asset.Read(name);
        files["assets/search-index.js"] = Encoding.UTF8.GetBytes(SearchIndex.Script(book.Pages));
        if (plotly is not null)
            files["assets/plotly.min.js"] = plotly.Script;
        foreach (var (name, script) in programs)
            files[$"assets/{name}.js"] = script;
        files[book.Cover.Href] = Page(book, book.Cover, CoverBody.Of(book));
        foreach (var page in book.Pages)
            files[page.Href] = Page(book, page, PageBody.Of(page, book.Settings, RunningPage.IsOn(page, book)));
        foreach (var picture in book.All.Select(static page => page.Preview).OfType<PreviewPicture>())
            files[picture.Name] = picture.Content;
        if (ChangeFeed.Of(book) is { } feed)
            files[ChangeFeed.FileName] = Encoding.UTF8.GetBytes(feed);
        if (book.Settings.Licence is not null && File.Exists(Path.Combine(root, "LICENSE")))
            files[AboutBook.LicenceFile] = File.ReadAllBytes(Path.Combine(root, "LICENSE"));
        foreach (var file in book.Pages.Append(book.Cover).SelectMany(static page => page.Content.Files))
            files[$"{LinkTargets.FilesFolder}/{file}"] = File.ReadAllBytes(Path.Combine(root, file));

        foreach (var (name, content) in files)
        {
            var path = Path.Combine(output, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, content);
        }

        var written = files.Keys.Concat(book.Pages.SelectMany(static page => page.Download?.Files ?? [])).ToList();
        foreach (var gone in earlier.Except(written))
            File.Delete(Path.Combine(output, gone));
        return written;
    }

    private static byte[] Page(BookContents book, BookPage page, string body) =>
        Encoding.UTF8.GetBytes(PageTemplate.Render(book, page, body));
}
