using System.Text.RegularExpressions;
using Notebooks.Book.Pages;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Site;

/// <summary>
/// The pictures of the cover. A paragraph of its text that is nothing but a link to a section of a page becomes the last figure of
/// that section, as it stands there; a list whose items all begin with a link becomes a row of stories, each with a small picture of
/// such a figure, or with the item's own formula.
/// </summary>
internal static partial class CoverFigures
{
    /// <summary>The cover with its pictures.</summary>
    /// <param name="cover">The cover.</param>
    /// <param name="pages">The other pages.</param>
    public static BookPage On(BookPage cover, IReadOnlyList<BookPage> pages)
    {
        var content = cover.Content;
        var styles = new List<string>();
        var html = Alone().Replace(content.Html, link =>
        {
            if (Find(link, pages) is not var (page, figure))
                return link.Value;
            content = content with { FigureScript = page.FigureScript, Figures = [figure] };
            var own = Figures.OnPage(page, figure);
            var brought = string.Concat(page.Styles.Where(
                style => !styles.Contains(style) && !own.Contains(style, StringComparison.Ordinal)));
            styles.AddRange(page.Styles);
            return $"<figure class=\"hero\">{brought}{own}<figcaption>{link.Groups["text"].Value}: "
                + $"<a href=\"{link.Groups["page"].Value}#{figure.Id}\">Figure {figure.Number}</a>, alive.</figcaption></figure>\n";
        });
        html = List().Replace(html, list => Stories(list, pages, styles) ?? list.Value);
        return cover with { Content = content with { Html = html, Styles = styles } };
    }

    private static string? Stories(Match list, IReadOnlyList<BookPage> pages, List<string> styles)
    {
        var items = Item().Matches(list.Value).Select(item =>
        {
            var words = item.Groups["rest"].Value;
            var formula = Formula().Match(words);
            var picture = formula.Success ? formula.Groups["math"].Value
                : Find(item, pages) is var (_, figure) ? Figures.WithoutRepeatedStyles(figure.Picture, styles) : "";
            var rest = formula.Success ? words.Replace(formula.Value, "", StringComparison.Ordinal) : words;
            return (Picture: picture, Html: $"<li><div class=\"picture\" aria-hidden=\"true\">{picture}</div>"
                + $"<p class=\"story\">{item.Groups["link"].Value}{rest.Trim()}</p></li>\n");
        }).ToList();
        return items.Any(static item => item.Picture.Length > 0)
            ? $"<ul class=\"stories\">\n{string.Concat(items.Select(static item => item.Html))}</ul>\n"
            : null;
    }

    private static (PageContent Page, PageFigure Figure)? Find(Match link, IReadOnlyList<BookPage> pages) =>
        pages.FirstOrDefault(page => page.Href == link.Groups["page"].Value)?.Content is { } page
        && page.Figures.LastOrDefault(figure => figure.Section == link.Groups["section"].Value) is { } found
            ? (page, found)
            : null;

    [GeneratedRegex("<p><a href=\"(?<page>[^\"#]+)#(?<section>[^\"]+)\">(?<text>((?!</a>).)*)</a></p>\n", RegexOptions.Singleline)]
    private static partial Regex Alone();

    [GeneratedRegex("<ul>\n(<li><a ((?!</li>).)*</li>\n)+</ul>\n", RegexOptions.Singleline)]
    private static partial Regex List();

    [GeneratedRegex(
        "<li>(?<link><a href=\"(?<page>[^\"#]+)(#(?<section>[^\"]+))?\">((?!</a>).)*</a>)(?<rest>((?!</li>).)*)</li>",
        RegexOptions.Singleline)]
    private static partial Regex Item();

    [GeneratedRegex("<span class=\"formula\">(?<math>.*?</math>)</span>", RegexOptions.Singleline)]
    private static partial Regex Formula();
}
