using System.Diagnostics;
using System.Xml.Linq;
using Notebooks.Book;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Building;

/// <summary>What others are told of the book: where it is, what changed, how to cite and to run it.</summary>
public sealed class SharingTests : IDisposable
{
    private const string Settings = """
        {
          "address": "https://example.org/book",
          "repository": "https://example.org/source/",
          "authors": "A & B",
          "licence": "MIT",
          "run": "go run {notebook}"
        }
        """;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly SampleBook book = new SampleBook()
        .Notebook(
            "01-a.ipynb",
            Prose("# A *page*\n\nAbout \"it\"."),
            Code("f", Shown("text/html", "<div data-figure><svg><path d=\"M0 0\"/></svg></div>")))
        .File("notebooks/previews/01-a.png", "a picture")
        .File("LICENSE", "free");

    public void Dispose() => book.Dispose();

    [Fact]
    public async Task A_page_tells_other_sites_its_title_its_words_its_picture_and_its_address()
    {
        await book.File("notebooks/book.json", Settings).BuildAsync();
        var page = book.Page("01-a.html");
        string[] expected =
        [
            "<link rel=\"canonical\" href=\"https://example.org/book/01-a.html\">",
            "<meta property=\"og:title\" content=\"A page\">",
            "<meta property=\"og:description\" content=\"About &quot;it&quot;.\">",
            "<meta property=\"og:image\" content=\"https://example.org/book/assets/previews/01-a.png\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
            "<code>go run notebooks/01-a.ipynb</code>",
            "<a href=\"https://example.org/source/\">Sources</a>",
            "<a href=\"files/LICENSE\">MIT</a>",
        ];
        Assert.All(expected, part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Equal("a picture", book.Page("assets/previews/01-a.png"));
        Assert.Contains("<meta name=\"twitter:card\" content=\"summary\">", book.Page("index.html"), StringComparison.Ordinal);
        Assert.True(book.Has("files/LICENSE"));
        Assert.Contains("author = {{A &amp; B}}", book.Page("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_a_picture_of_its_own_is_shown_by_the_covers()
    {
        await book.File("notebooks/previews/index.png", "the cover's").Notebook("02-b.ipynb", Prose("# B")).BuildAsync();
        const string Picture = "<meta property=\"og:image\" content=\"assets/previews/index.png\">";
        Assert.Contains(Picture, book.Page("02-b.html"), StringComparison.Ordinal);
        Assert.Equal("the cover's", book.Page("assets/previews/index.png"));
    }

    [Fact]
    public async Task A_book_that_says_nothing_of_itself_claims_no_address()
    {
        await book.BuildAsync();
        Assert.DoesNotContain("canonical", book.Page("01-a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("og:url", book.Page("01-a.html"), StringComparison.Ordinal);
        Assert.False(book.Has("changes.xml"));
    }

    [Theory]
    [InlineData("{ \"adress\": \"https://example.org\" }", "adress")]
    [InlineData("{ \"address\": \"example.org\" }", "\"address\" is 'example.org'")]
    [InlineData("{ half", "notebooks/book.json")]
    public async Task A_mistake_in_the_settings_is_named(string settings, string named)
    {
        var error = await Assert.ThrowsAsync<BookException>(book.File("notebooks/book.json", settings).BuildAsync);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_licence_without_its_text_is_named()
    {
        book.File("notebooks/book.json", Settings).Delete("LICENSE");
        Assert.Contains("no file LICENSE", (await Assert.ThrowsAsync<BookException>(book.BuildAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_the_notebooks_are_a_feed_the_newest_first()
    {
        Commit("The first <words>");
        book.File("other.txt", "not of the book");
        Commit("Something else");
        book.File("data/numbers.csv", "1,2\n");
        Commit("Numbers & more");
        await book.File("notebooks/book.json", Settings).BuildAsync();

        var feed = XDocument.Parse(book.Page("changes.xml")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(["Numbers & more", "The first <words>"], entries.Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.Matches("^https://example.org/source/commit/[0-9a-f]{40}$", entries[0].Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(entries[0].Element(Atom + "updated")!.Value, feed.Element(Atom + "updated")!.Value);
        Assert.Contains("href=\"changes.xml\"", book.Page("index.html"), StringComparison.Ordinal);
    }

    private void Commit(string message)
    {
        string[][] commands =
            [["init", "-q"], ["add", "-A"], ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", message]];
        foreach (var command in commands)
        {
            using var git = Process.Start("git", ["-C", book.Root, .. command]);
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }
    }
}
