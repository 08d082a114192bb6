using System.Text.RegularExpressions;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Building;

/// <summary>The pictures of the cover, and the numbers of figures.</summary>
public sealed class CoverTests : IDisposable
{
    private readonly SampleBook book = new();

    public void Dispose() => book.Dispose();

    [Fact]
    public async Task Figures_are_numbered_in_the_order_of_their_page_and_can_be_linked()
    {
        await book.Notebook("06-a.ipynb", Prose("# A"), Code("f", Figure("One")), Code("g", Figure("Two &amp; more"))).BuildAsync();
        var page = book.Page("06-a.html");
        Assert.Contains(
            "<figure class=\"figure\" id=\"figure-6-1\"><figcaption><a href=\"#figure-6-1\">Figure 6.1</a>"
            + "<span class=\"unseen\">: One</span></figcaption>", page, StringComparison.Ordinal);
        Assert.Contains("Figure 6.2</a><span class=\"unseen\">: Two &amp; more</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_stands_alone_becomes_the_last_figure_of_its_section_as_it_lives_there()
    {
        await BuildAsync("[It moves](01-a.ipynb#two)\n\n[Nothing there](01-a.ipynb#none)");
        var cover = book.Page("index.html");
        Assert.Matches(
            "(?s)<figure class=\"hero\">.*<title>Third</title>.*<figcaption>It moves: <a href=\"01-a.html#figure-1-3\">Figure 1.3</a>",
            cover);
        Assert.Contains("<p><a href=\"01-a.html#none\">Nothing there</a></p>", cover, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>Second</title>", Regex.Match(cover, "(?s)<figure.*</figure>").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_links_becomes_stories_with_a_figure_or_their_formula_and_other_lists_stay()
    {
        await BuildAsync(
            "- [One](01-a.ipynb#one) and why.\n- [Two](01-a.ipynb) $$ x $$ so.\n\nBut:\n\n- [Plain](01-a.ipynb#none)\n- words");
        var cover = book.Page("index.html");
        Assert.Matches(
            "(?s)<ul class=\"stories\">\n<li><div class=\"picture\" aria-hidden=\"true\"><svg.*</svg></div><p class=\"story\">"
            + "<a href=\"01-a.html#one\">One</a>and why.</p></li>\n<li><div class=\"picture\" aria-hidden=\"true\"><math.*</math></div>"
            + "<p class=\"story\"><a href=\"01-a.html\">Two</a>so.</p></li>\n</ul>", cover);
        Assert.Contains("<ul>\n<li><a href=\"01-a.html#none\">Plain</a></li>\n<li>words</li>\n</ul>", cover, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wide_table_says_in_each_cell_under_which_column_it_stands()
    {
        await book.Notebook(
            "01-a.ipynb",
            Prose("# A\n\n| a | *b* | c | \"d\" |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n\n| x | y |\n|---|---|\n| 5 | 6 |")).BuildAsync();
        var page = book.Page("01-a.html");
        Assert.Matches(
            "<td data-column=\"a\">1</td>\\s*<td data-column=\"b\">2</td>\\s*<td data-column=\"c\">3</td>\\s*"
            + "<td data-column=\"&quot;d&quot;\">4</td>",
            page);
        Assert.Contains("<td>5</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_stands_in_the_margin_where_enough_text_follows_beside_it()
    {
        var text = string.Join(' ', Enumerable.Repeat("Many more words follow beside the note.", 20));
        await book.Notebook("01-a.ipynb", Prose($"# A\n\n> **Why?** Short.\n\n{text}"), Prose("> **Alone.** " + text)).BuildAsync();
        var page = book.Page("01-a.html");
        Assert.Contains("<div class=\"note plain beside\" role=\"note\">\n<p><strong>Why?", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"note plain\" role=\"note\">\n<p><strong>Alone.", page, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Figure(string title) => Shown(
        "text/html", $"<div id=\"{title[..3]}\" data-figure><svg viewBox=\"0 0 9 9\"><title>{title}</title><path d=\"M1 1\"/></svg></div>");

    private Task<bool> BuildAsync(string cover) => book
        .Notebook(
            "01-a.ipynb",
            Prose("# A\n\n## One"),
            Code("f", Figure("First")),
            Prose("## Two"),
            Code("g", Figure("Second")),
            Code("h", Figure("Third")),
            Prose("## None"))
        .File("notebooks/cover.md", $"# T\n\n{cover}\n").BuildAsync();
}
