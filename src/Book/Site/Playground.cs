using System.Text;
using System.Text.RegularExpressions;
using Notebooks.Book.Pages;

namespace Notebooks.Book.Site;

/// <summary>
/// The playground, in which a reader trains a network: it stands where a Markdown file has the comment
/// <c>&lt;!-- playground: NOTEBOOK.ipynb#section --&gt;</c>. Where no script runs, the last figure of that section is its picture.
/// </summary>
internal static partial class Playground
{
    /// <summary>The files that a page with a playground asks for.</summary>
    public static IReadOnlyList<string> Files { get; } = ["playground.css", "playground.js"];

    /// <summary>Whether it stands on the page.</summary>
    public static bool IsOn(BookPage page) => Place().IsMatch(page.Content.Html);

    /// <summary>The page's body with the playground in its place.</summary>
    /// <param name="body">The body.</param>
    /// <param name="pages">The pages that may have its picture.</param>
    public static string In(string body, IReadOnlyList<BookPage> pages) => Place().Replace(body, place =>
    {
        var picture = pages.FirstOrDefault(page => page.Download?.Notebook == place.Groups["notebook"].Value)?.Content.Figures
            .LastOrDefault(figure => figure.Section == place.Groups["section"].Value)?.Picture ?? "";
        return Encoding.UTF8.GetString(Asset.Read("playground.html"))
            .Replace("<!--still-->", Figures.WithoutRepeatedStyles(picture, []), StringComparison.Ordinal);
    });

    [GeneratedRegex("<!-- playground: (?<notebook>[^# ]+)#(?<section>[^ ]+) -->")]
    private static partial Regex Place();
}
