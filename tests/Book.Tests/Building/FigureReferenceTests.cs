using System.Text.Json.Nodes;
using Notebooks.Book;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Building;

/// <summary>References to figures by the id of the cell that shows them.</summary>
public sealed class FigureReferenceTests : IDisposable
{
    private readonly SampleBook book = new();

    public void Dispose() => book.Dispose();

    [Fact]
    public async Task A_link_to_a_cell_reads_as_the_number_of_its_figure_on_its_own_page_and_on_others()
    {
        await book
            .Notebook(
                "01-a.ipynb",
                Prose("# A\n\n[The map below](#Draw-the_map) and [the other one](02-b.ipynb#curve)."),
                Drawing("first", "one"),
                Drawing("Draw-the_map", "two"))
            .Notebook(
                "02-b.ipynb",
                Prose("# B\n\n## Curve\n\nSee [the map](01-a.ipynb#Draw-the_map)."),
                Drawing("u", "three"),
                Drawing("curve", "four"))
            .File("notebooks/glossary.md", "# Glossary\n\n## Map\n[So](01-a.ipynb#first).")
            .BuildAsync();

        Assert.Contains("<a href=\"01-a.html#figure-1-2\">Figure 1.2</a> and ", book.Page("01-a.html"), StringComparison.Ordinal);
        Assert.Contains("See <a href=\"01-a.html#figure-1-2\">Figure 1.2</a>.", book.Page("02-b.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"01-a.html#figure-1-1\">Figure 1.1</a>.", book.Page("glossary.html"), StringComparison.Ordinal);
        // A heading of that name goes first.
        Assert.Contains("and <a href=\"02-b.html#curve\">the other one</a>.", book.Page("01-a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_that_move_up_are_numbered_anew_where_they_are_named()
    {
        book.Notebook("01-a.ipynb", Prose("# A"), Drawing("first", "one"), Drawing("map", "two"))
            .Notebook("02-b.ipynb", Prose("# B\n\nSee [the map](01-a.ipynb#map)."));
        await book.BuildAsync();
        await book.Notebook("01-a.ipynb", Prose("# A"), Drawing("map", "two")).BuildAsync();

        Assert.Contains("See <a href=\"01-a.html#figure-1-1\">Figure 1.1</a>.", book.Page("02-b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_cell_without_a_figure_is_an_error_unless_the_notebook_has_failed()
    {
        var silent = Code("1 + 1");
        silent["id"] = "sum";
        book.Notebook("01-a.ipynb", Prose("# A\n\n[So](#sum)."), silent);

        var error = await Assert.ThrowsAsync<BookException>(book.BuildAsync);

        Assert.Equal("notebooks/01-a.ipynb, cell 1: the link to '#sum' leads to a cell of 01-a.html that shows no figure.", error.Message);
        var failed = Code("Draw()", Error("Exception", "no"));
        failed["id"] = "sum";
        await book.Notebook("01-a.ipynb", Prose("# A\n\n[So](#sum)."), failed).BuildAsync();
        Assert.Contains("<a href=\"01-a.html#sum\">So</a>", book.Page("01-a.html"), StringComparison.Ordinal);
    }

    private static JsonObject Drawing(string id, string title)
    {
        var cell = Code($"Draw({title})", Shown("text/html", $"<div data-figure=\"chart\"><svg><title>{title}</title></svg></div>"));
        cell["id"] = id;
        return cell;
    }
}
