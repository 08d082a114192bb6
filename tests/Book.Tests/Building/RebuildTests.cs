using System.Globalization;
using System.Text.Json.Nodes;
using Notebooks.Book;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Building;

public sealed class RebuildTests : IDisposable
{
    private const string Notebook = """
        {"cells":[{"cell_type":"markdown","metadata":{},"source":"# C"}],"metadata":{},"nbformat":4,"nbformat_minor":5}
        """;

    private readonly SampleBook book = new SampleBook()
        .Notebook("01-a.ipynb", Prose("# A\n\nProse."), Code("var a = 1;", Stream("one\n")))
        .Notebook("02-b.ipynb", Prose("# B"), Code("var b = 2;", Stream("two\n")))
        .File("data/numbers.csv", "1,2\n");

    public void Dispose() => book.Dispose();

    [Fact]
    public async Task Nothing_changed_executes_nothing_and_touches_no_file()
    {
        await book.BuildAsync();
        var before = book.Files();
        await book.BuildAsync();
        Assert.Equal(["01-a.ipynb", "02-b.ipynb"], book.Executed);
        Assert.Equal(before, book.Files());
    }

    [Theory]
    [InlineData("notebooks/01-a.ipynb", true)]
    [InlineData("notebooks/03-c.ipynb", false)]
    [InlineData("notebooks/glossary.md", false)]
    [InlineData("notebooks/cover.md", false)]
    [InlineData("data/numbers.csv", true)]
    [InlineData("data/more/numbers.csv", false)]
    [InlineData("src/library.csx", true)]
    [InlineData("LICENSE", true)]
    [InlineData("artifacts/book/01-a.html", true)]
    [InlineData("artifacts/book/01-a.ipynb", true)]
    [InlineData("artifacts/book/files/LICENSE", true)]
    [InlineData("artifacts/book/assets/book.css", true)]
    public async Task After_any_change_the_next_build_writes_what_a_first_one_would(string path, bool exists)
    {
        book.File("src/library.csx", "// 1").File("LICENSE", "free")
            .Notebook("01-a.ipynb", Prose("# A, [free](../LICENSE)"), Code("#load \"../src/library.csx\"\nvar a = 1;"));
        await book.BuildAsync();
        Assert.Equal(exists, File.Exists(Path.Combine(book.Root, path)));

        book.File(path, path.EndsWith(".ipynb", StringComparison.Ordinal) ? Notebook : "changed");
        Assert.True(await book.BuildAsync());

        var next = Contents();
        Directory.Delete(book.Output, recursive: true);
        Directory.Delete(book.Output + ".cache", recursive: true);
        await book.BuildAsync();
        Assert.Equal(Contents(), next);
    }

    [Fact]
    public async Task A_file_that_no_build_has_written_stays()
    {
        await book.BuildAsync();
        book.File("artifacts/book/CNAME", "example.org").File("notebooks/.ipynb_checkpoints/01-a.ipynb", "{}");
        await book.BuildAsync();
        Assert.True(book.Has("CNAME"));
        Assert.Equal(2, book.Executed.Count);
    }

    [Fact]
    public async Task Prose_that_is_saved_while_the_book_is_built_is_in_the_next_one()
    {
        book.WhileExecuting = () => book.Notebook("02-b.ipynb", Prose("# Better"), Code("var b = 2;", Stream("two\n")));
        await book.BuildAsync();
        await book.BuildAsync();
        Assert.Contains("Better", book.Page("02-b.html"), StringComparison.Ordinal);
        Assert.Equal(2, book.Executed.Count);
    }

    [Fact]
    public async Task Data_that_are_saved_while_the_book_is_built_are_read_by_the_next_one()
    {
        book.WhileExecuting = () => book.File("data/numbers.csv", "1,3\n");
        await book.BuildAsync();
        await book.BuildAsync();
        Assert.Equal(4, book.Executed.Count);
    }

    [Fact]
    public async Task Changed_prose_is_rendered_with_the_outputs_of_the_last_execution()
    {
        await book.BuildAsync();
        await book.Notebook("01-a.ipynb", Prose("# A\n\nBetter prose."), Code("var a = 1;")).BuildAsync();
        Assert.Equal(["01-a.ipynb", "02-b.ipynb"], book.Executed);
        Assert.Contains("Better prose.", book.Page("01-a.html"), StringComparison.Ordinal);
        Assert.Contains("one</pre>", book.Page("01-a.html"), StringComparison.Ordinal);
        Assert.Contains("Better prose.", book.Page("01-a.ipynb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_code_is_executed_and_nothing_else()
    {
        await book.BuildAsync();
        await book.Notebook("02-b.ipynb", Prose("# B"), Code("var b = 3;", Stream("three\n"))).BuildAsync();
        Assert.Equal(["01-a.ipynb", "02-b.ipynb", "02-b.ipynb"], book.Executed);
        Assert.Contains("three</pre>", book.Page("02-b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_data_are_read_anew()
    {
        await book.BuildAsync();
        await book.File("data/numbers.csv", "1,3\n").BuildAsync();
        Assert.Equal(4, book.Executed.Count);
    }

    [Fact]
    public async Task A_library_that_a_cell_loads_is_loaded_anew_when_it_changes()
    {
        book.File("src/library.csx", "// 1").Notebook("01-a.ipynb", Prose("# A"), Code("#load \"../src/library.csx\"\nvar a = 1;"));
        await book.BuildAsync();
        await book.File("src/library.csx", "// 2").BuildAsync();
        Assert.Equal(4, book.Executed.Count);
    }

    [Fact]
    public async Task A_notebook_that_failed_is_executed_again()
    {
        book.Notebook("01-a.ipynb", Prose("# A"), Code("x", Error("TimeoutException", "too slow")));
        Assert.False(await book.BuildAsync());
        Assert.False(await book.BuildAsync());
        Assert.Equal(["01-a.ipynb", "02-b.ipynb", "01-a.ipynb"], book.Executed);
    }

    [Fact]
    public async Task An_executed_notebook_that_someone_changed_is_executed_again()
    {
        await book.BuildAsync();
        book.File("artifacts/book.cache/01-a.ipynb", "{}");
        await book.BuildAsync();
        Assert.Equal(["01-a.ipynb", "02-b.ipynb", "01-a.ipynb"], book.Executed);
    }

    [Fact]
    public async Task A_notebook_to_take_home_has_its_figures_as_pictures_and_all_else_as_it_was()
    {
        const string Picture = "<div data-figure><svg><title>T</title></svg>";
        const string Live = "<script type=\"application/json\">{\"data\":[]}</script><script data-figure-script>live()</script>";
        const string Other = "<p>{}</p><script type=\"application/json\">{}</script>";
        await book.Notebook(
            "01-a.ipynb", Prose("# A"), Code("f", Shown("text/html", Picture + Live + "</div>")), Code("g", Shown("text/html", Other)))
            .BuildAsync();
        var outputs = JsonNode.Parse(book.Page("01-a.ipynb"))!["cells"]!.AsArray().Skip(1)
            .Select(cell => string.Concat(cell!["outputs"]![0]!["data"]!["text/html"]!.AsArray()));
        Assert.Equal([Picture + "</div>", Other], outputs);
        Assert.Contains("{\"data\":[]}", book.Page("01-a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_cache_costs_time_and_nothing_else()
    {
        await book.BuildAsync();
        var before = book.Files();
        book.File("artifacts/book.cache/notebooks_01-a.ipynb.json", "{ broken");
        await book.BuildAsync();
        Assert.Equal(before, book.Files());
    }

    [Fact]
    public async Task A_mistake_in_the_prose_is_named_until_it_is_mended()
    {
        await book.BuildAsync();
        book.Notebook("01-a.ipynb", Prose("# A\n\n[no anchor](02-b.ipynb#gone)"));
        await Assert.ThrowsAsync<BookException>(book.BuildAsync);
        await Assert.ThrowsAsync<BookException>(book.BuildAsync);
        Assert.True(await book.Notebook("01-a.ipynb", Prose("# A\n\n[an anchor](02-b.ipynb#b)")).BuildAsync());
    }

    [Fact]
    public async Task A_link_to_a_file_or_a_page_that_has_gone_is_named_though_the_page_with_the_link_is_the_same()
    {
        book.Notebook("01-a.ipynb", Prose("# A\n\n[numbers](../data/numbers.csv), [the other page](02-b.ipynb)"));
        await book.BuildAsync();
        book.Delete("data/numbers.csv");
        Assert.Contains("numbers.csv", (await Assert.ThrowsAsync<BookException>(book.BuildAsync)).Message, StringComparison.Ordinal);
        book.File("data/numbers.csv", "1,2\n").Delete("notebooks/02-b.ipynb");
        Assert.Contains("02-b.ipynb", (await Assert.ThrowsAsync<BookException>(book.BuildAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_source_is_gone_goes_and_other_files_stay()
    {
        await book.BuildAsync();
        book.File("artifacts/book/CNAME", "example.org");
        book.Delete("notebooks/02-b.ipynb");
        await book.BuildAsync();
        Assert.False(book.Has("02-b.html") || book.Has("02-b.ipynb"));
        Assert.True(book.Has("CNAME") && book.Has("01-a.html"));
    }

    [Fact]
    public async Task Timings_stay_as_they_are_committed()
    {
        var cell = Code("time", Stream("took 12 ms"));
        cell["metadata"]!["check"] = new JsonObject { ["timing"] = true };
        book.Notebook("01-a.ipynb", Prose("# A"), cell);
        await book.BuildAsync();
        Assert.Contains("took 12 ms", book.Page("01-a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_builds_of_the_same_sources_are_byte_identical_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            await book.BuildAsync();
            var first = Contents();
            CultureInfo.CurrentCulture = new("ar-SA");
            Directory.Delete(book.Output, recursive: true);
            Directory.Delete(book.Output + ".cache", recursive: true);
            await book.BuildAsync();
            Assert.Equal(first, Contents());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private Dictionary<string, string> Contents() => book.Files().ToDictionary(file => file.Key, file => file.Value.Content);
}
