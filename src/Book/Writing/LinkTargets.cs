using System.Net;
using Notebooks.Book.Sources;

namespace Notebooks.Book.Writing;

/// <summary>Targets of links in the sources: pages of the book, files of the repository, the web.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="pages">Source file, relative to the root, to the page made from it.</param>
internal sealed class LinkTargets(string root, IReadOnlyDictionary<string, string> pages)
{
    /// <summary>Folder of the book with copied files.</summary>
    public const string FilesFolder = "files";

    /// <summary>The targets that the sources of a book make.</summary>
    public static LinkTargets Of(string root, IEnumerable<BookSource> sources) =>
        new(root, sources.ToDictionary(static source => source.Path, static source => source.Href, StringComparer.Ordinal));

    /// <summary>The link as the book has it; a link into nowhere is recorded as a problem and kept as it is.</summary>
    public string Resolve(string url, PageWriter page)
    {
        if (url.Length == 0 || Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !absolute.IsFile)
            return url;

        var (path, fragment) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash
            ? (url[..hash], Anchor.Of(WebUtility.UrlDecode(url[(hash + 1)..])))
            : (url, "");
        if (path.Length == 0)
            return Link(pages[page.Source], fragment, page);

        var file = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(page.Source)!, WebUtility.UrlDecode(path)));
        var relative = Path.GetRelativePath(root, file).Replace('\\', '/');
        if (pages.TryGetValue(relative, out var target))
            return Link(target, fragment, page);
        if (relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) || !File.Exists(file))
        {
            page.Problems.Add($"{page.Where}: the link '{url}' leads to no page of the book and to no file of the repository.");
            return url;
        }

        page.Files.Add(relative);
        return $"{FilesFolder}/{Uri.EscapeDataString(relative).Replace("%2F", "/", StringComparison.Ordinal)}";
    }

    private static string Link(string target, string fragment, PageWriter page)
    {
        page.Links.Add(new(page.Where, target, fragment));
        return fragment.Length == 0 ? target : $"{target}#{fragment}";
    }
}
