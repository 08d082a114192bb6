using System.Globalization;
using System.Text.Json.Nodes;
using static Notebooks.Tests.Book.SampleBook;

namespace Notebooks.Tests.Book;

public sealed class RebuildTests : IDisposable
{
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
        book.File("artifacts/book/01-a.ipynb", "{}");
        await book.BuildAsync();
        Assert.Equal(["01-a.ipynb", "02-b.ipynb", "01-a.ipynb"], book.Executed);
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
            var first = book.Files().ToDictionary(file => file.Key, file => file.Value.Content);
            CultureInfo.CurrentCulture = new("ar-SA");
            Directory.Delete(book.Output, recursive: true);
            Directory.Delete(book.Output + ".cache", recursive: true);
            await book.BuildAsync();
            Assert.Equal(first, book.Files().ToDictionary(file => file.Key, file => file.Value.Content));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
