using Notebooks.Book;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Building;

public sealed class PageTests : IDisposable
{
    private readonly SampleBook book = new();

    public void Dispose() => book.Dispose();

    [Fact]
    public async Task Text_outputs_are_escaped_and_a_notebooks_own_HTML_is_shown_as_written()
    {
        const string Own = "<table class=\"mine\"><tr><td onclick=\"alert(1)\">&amp; 1</td></tr></table><script>let own = 1 < 2;</script>";
        await book.Notebook(
            "01-a.ipynb",
            Prose("# A"),
            Code(
                "x",
                Stream("<b>bold</b> & \u001b[31mred\u001b[0m\n"),
                Shown("text/plain", "<i>plain</i>"),
                Shown("text/html", Own))).BuildAsync();
        var page = book.Page("01-a.html");
        Assert.Contains("<pre class=\"output stdout\">&lt;b&gt;bold&lt;/b&gt; &amp; red</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"output result\">&lt;i&gt;plain&lt;/i&gt;</pre>", page, StringComparison.Ordinal);
        Assert.Contains($"<div class=\"output html\">{Own}</div>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_policy_allows_no_script_from_elsewhere()
    {
        const string Elsewhere = "<script src=\"https://example.org/x.js\"></script>";
        await book.Notebook("01-a.ipynb", Prose("# A"), Code("x", Shown("text/html", Elsewhere))).BuildAsync();
        const string Scripts = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:;";
        Assert.Contains(Scripts, book.Page("01-a.html"), StringComparison.Ordinal);
        Assert.Contains("default-src 'none';", book.Page("01-a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_notebook_still_gives_its_page_with_the_error_where_it_happened()
    {
        var wentWell = await book.Notebook(
            "01-a.ipynb",
            Prose("# A"),
            Code("1", Stream("before")),
            Code("boom()", Error("BoomException", "it <broke>")),
            Code("3")).BuildAsync();
        var page = book.Page("01-a.html");
        Assert.False(wentWell);
        Assert.Contains("stopped at <a href=\"#cell-2\">cell 2</a>", page, StringComparison.Ordinal);
        Assert.Matches("(?s)id=\"cell-2\">.*boom.*<p>BoomException</p><pre>BoomException: it &lt;broke&gt;", page);
    }

    [Fact]
    public async Task An_error_that_the_author_expects_is_shown_and_is_no_failure()
    {
        var cell = Code("boom()", Error("BoomException", "as announced"));
        cell["metadata"]!["tags"] = new System.Text.Json.Nodes.JsonArray("raises-exception");
        Assert.True(await book.Notebook("01-a.ipynb", Prose("# A"), cell).BuildAsync());
        Assert.Contains("as announced", book.Page("01-a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cover_shows_the_plot_of_a_figures_first_panel_without_its_letters()
    {
        const string Panel = "<svg viewBox=\"0 0 430 330\"><text>Title</text><g data-mark=\"0\"><path d=\"M1 1\"/></g>"
            + "<path d=\"M5 5\"/><rect data-plot=\"\" x=\"46.8\" y=\"46\" width=\"369.2\" height=\"245\"/></svg>";
        const string Figure = "<div data-figure><svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mine\"><title>T</title>"
            + $"<style>.a>.b{{}}</style><style>.placed{{}}</style><g>{Panel}</g><g>{Panel}</g></svg></div>";
        await book.Notebook("01-a.ipynb", Prose("# A"), Code("f", Shown("text/html", Figure))).BuildAsync();
        var cover = book.Page("index.html");
        Assert.Matches(
            "<div class=\"picture\" aria-hidden=\"true\"><svg viewBox=\"44.8 44 373.2 249\" class=\"mine\"[^>]*>"
            + "<style>.a&gt;.b{}</style><path d=\"M5 5\" /><rect [^>]*/></svg></div>",
            cover);
        Assert.DoesNotContain("Title</text>", cover, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_have_contents_neighbours_the_notebook_to_download_anchors_and_versions()
    {
        await book.Notebook("01-a.ipynb", Prose("# First\n\nAbout it.\n\n## One\n\n### Deeper\n\n## One"))
            .Notebook(
                "02-b.ipynb",
                Prose("# Second\n\nSee [the first](01-a.ipynb#One), [below](#below) and [the data](../data/README.md).\n\n## Below"))
            .File("notebooks/cover.md", "# The Title\n\nWhat it is.").File("notebooks/glossary.md", "# Glossary\n\n## Term\nWhat it means.")
            .File("data/README.md", "# Data\n\n[A file](<a b.csv>).").File("data/a b.csv", "1,2\n").BuildAsync();
        var first = book.Page("01-a.html");
        var second = book.Page("02-b.html");
        Assert.Contains("<title>First · The Title</title>", first, StringComparison.Ordinal);
        Assert.Contains(
            "<ol><li><a href=\"#one\">One</a><ol><li><a href=\"#deeper\">Deeper</a></li></ol></li>"
            + "<li><a href=\"#one-1\">One</a></li></ol>",
            first,
            StringComparison.Ordinal);
        Assert.Contains("<a rel=\"prev\" href=\"index.html\">", first, StringComparison.Ordinal);
        Assert.Contains("<a rel=\"next\" href=\"02-b.html\">", first, StringComparison.Ordinal);
        Assert.Contains("<a href=\"01-a.ipynb\" download>", first, StringComparison.Ordinal);
        Assert.Contains($".NET {Environment.Version.ToString(3)}", first, StringComparison.Ordinal);
        Assert.Contains("href=\"01-a.html#one\"", second, StringComparison.Ordinal);
        Assert.Contains("href=\"data.html\"", second, StringComparison.Ordinal);
        Assert.Contains("href=\"files/data/a%20b.csv\"", book.Page("data.html"), StringComparison.Ordinal);
        Assert.Contains("<h3><a href=\"01-a.html\">First</a></h3>\n<p>About it.</p>", book.Page("index.html"), StringComparison.Ordinal);
        Assert.Contains(
            "[\"glossary.html#term\",\"Glossary\",\"Term\",\"What it means.\",\"\"]",
            book.Page("assets/search-index.js"),
            StringComparison.Ordinal);
        Assert.True(book.Has("files/data/a b.csv") && book.Has("01-a.ipynb"));
    }

    [Fact]
    public async Task Formulas_that_cannot_be_set_and_links_into_nowhere_are_all_named_before_anything_is_executed_or_written()
    {
        book
            .Notebook(
                "01-a.ipynb",
                Prose("# A"),
                Prose(@"Here $\foo + 1$, there $x^$."),
                Prose("[no file](gone.md), [no page](02-b.ipynb#gone), [no anchor](#gone)."))
            .Notebook("02-b.ipynb", Prose("# B"));
        var error = await Assert.ThrowsAsync<BookException>(book.BuildAsync);
        var lines = error.Message.Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Equal(@"notebooks/01-a.ipynb, cell 2: The book cannot set the command '\foo' at column 1. The formula: \foo + 1", lines[0]);
        Assert.StartsWith("notebooks/01-a.ipynb, cell 2: '^' at column 2 expects an argument", lines[1], StringComparison.Ordinal);
        Assert.Contains("cell 3: the link 'gone.md' leads to no page", lines[2], StringComparison.Ordinal);
        Assert.Contains(
            "cell 3: the link to '#gone' leads to no heading and no code cell of 02-b.html", lines[3], StringComparison.Ordinal);
        Assert.Contains(
            "cell 3: the link to '#gone' leads to no heading and no code cell of 01-a.html", lines[4], StringComparison.Ordinal);
        Assert.Empty(book.Executed);
        Assert.False(Directory.Exists(book.Output));
    }

    [Fact]
    public async Task A_link_out_of_the_repository_is_no_link_of_the_book()
    {
        book.Notebook("01-a.ipynb", Prose("# A\n\n[passwords](../../../../../../etc/passwd)"));
        await Assert.ThrowsAsync<BookException>(book.BuildAsync);
    }

    [Fact]
    public async Task Figures_of_any_library_share_one_script_and_one_style_also_where_plotly_is_not_to_be_had()
    {
        const string Figure = "<div id=\"mine\" data-figure><svg role=\"img\" aria-labelledby=\"mine-title\"><style>.a{}</style>"
            + "<title id=\"mine-title\">T</title><path d=\"M0 0\"/></svg>"
            + "<script type=\"application/json\">{}</script><script data-figure-script>live()</script></div>";
        await book.Notebook("01-a.ipynb", Prose("# A"), Code("f", Shown("text/html", Figure)), Code("f", Shown("text/html", Figure)))
            .BuildAsync();
        var page = book.Page("01-a.html");
        Assert.Equal(1, Count(page, "<style>.a{}</style>"));
        Assert.Equal(1, Count(page, "id=\"mine\""));
        Assert.Equal(1, Count(page, "id=\"mine-1\""));
        Assert.Equal(1, Count(page, "aria-labelledby=\"mine-1-title\""));
        Assert.Equal(2, Count(page, "application/json"));
        Assert.Equal(1, Count(page, "live()"));
        Assert.Equal(0, Count(page, "plotly-src"));
        Assert.Contains("tell no values when pointed at", page, StringComparison.Ordinal);
        Assert.Contains("<path d=\"M0 0\"/>", book.Page("index.html"), StringComparison.Ordinal);

        static int Count(string text, string part) => text.Split(part).Length - 1;
    }
}
