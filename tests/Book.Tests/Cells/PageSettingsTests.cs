using System.Text.Json.Nodes;
using Book.Tests.Building;
using Notebooks.Book;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Cells;

/// <summary>Which cells run: <c>"cells"</c> in the book's settings, and what a page says of them.</summary>
public sealed class PageSettingsTests : IDisposable
{
    private const string Exercise = """
        **1. Seven.** *Write.* Find seven.

        ```csharp
        var six = 6;
        ```

        <details><summary>Solution</summary>

        ```csharp
        var seven = 7;
        Check.Close("seven", seven, 7, 0);
        new[] { seven }
        ```

        ```text
        ✓ seven: 7 = 7
        [ 7 ]
        ```

        </details>
        """;

    private readonly SampleBook book = new SampleBook { MakesPrograms = false }
        .File("src/Cells.csproj", "<Project />")
        .Notebook(
            "01-a.ipynb", Prose("# A"), With("setup", Code("var a = 1;")), With("slow", Code("var b = 2;")), Code(" "),
            With("seven", Prose(Exercise)))
        .Notebook("02-b.ipynb", Prose("# B"), Code("var c = 3;"), Prose(Exercise));

    public void Dispose() => book.Dispose();

    [Theory]
    [InlineData("""{ "notebooks": [] }""", "it lacks \"program\"")]
    [InlineData("""{ "program": "src/Cells.csproj" }""", "it lacks \"notebooks\"")]
    [InlineData("""{ "program": "src/None.csproj", "notebooks": [] }""", "\"program\" is 'src/None.csproj'")]
    [InlineData("""{ "program": "src/Cells.csproj", "notebooks": ["03-c"] }""", "\"notebooks\" has '03-c'")]
    [InlineData("""{ "program": "src/Cells.csproj", "notebooks": ["01-a"], "still": { "02-b": {} } }""", "\"still\" has '02-b'")]
    [InlineData(
        """{ "program": "src/Cells.csproj", "notebooks": ["01-a"], "still": { "01-a": { "fast": "x" } } }""",
        "\"still\" has the cell 'fast' of 01-a")]
    [InlineData(
        """{ "program": "src/Cells.csproj", "notebooks": ["01-a"], "still": { "01-a": { "slow": " " } } }""",
        "\"still\" has no reason for the cell 'slow' of 01-a")]
    [InlineData("""{ "program": "src/Cells.csproj", "notebooks": ["01-a"], "quick": {} }""", "'quick'")]
    [InlineData("""{ "program": "src/Cells.csproj", "notebooks": "01-a" }""", "'IReadOnlyList")]
    public async Task A_mistake_in_the_settings_is_named_in_one_line(string cells, string named)
    {
        Set(cells);
        var error = await Assert.ThrowsAsync<BookException>(book.BuildAsync);
        Assert.StartsWith("notebooks/book.json: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Contains(named.TrimStart('\''), error.Message, StringComparison.Ordinal);
        Assert.Empty(book.Executed);
    }

    [Fact]
    public async Task A_page_says_which_cells_run_in_which_order_and_why_others_do_not()
    {
        Set("""{ "program": "src/Cells.csproj", "notebooks": ["01-a"], "still": { "01-a": { "slow": "It takes \"hours\"." } } }""");
        await book.BuildAsync();
        var page = book.Page("01-a.html");
        Assert.Contains("<div class=\"cell\" id=\"cell-1\" data-run=\"2\">", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"cell\" id=\"cell-2\" data-still=\"It takes &quot;hours&quot;.\">", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"cell\" id=\"cell-3\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-run", book.Page("02-b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exercise_whose_solution_has_code_has_a_place_to_write_before_it_that_knows_the_solutions_checks()
    {
        Set("""{ "program": "src/Cells.csproj", "notebooks": ["01-a"] }""");
        await book.BuildAsync();
        var page = book.Page("01-a.html");
        const string Place = "<div class=\"try\" data-run=\"5\" data-exercise=\"1. Seven.\" "
            + "data-checks=\"Check.Close(&quot;seven&quot;, seven, 7, 0);\" data-needs=\"seven\" data-value=\"\" "
            + "data-tolerance=\"{&quot;absolute&quot;:0.5}\"></div>";
        Assert.Contains(Place, page, StringComparison.Ordinal);
        var behind = page[(page.IndexOf(Place, StringComparison.Ordinal) + Place.Length)..];
        Assert.StartsWith("<details>", behind.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exercise_too_may_be_still()
    {
        Set("""{ "program": "src/Cells.csproj", "notebooks": ["01-a"], "still": { "01-a": { "seven": "Too long." } } }""");
        await book.BuildAsync();
        Assert.Contains("<div class=\"try\" data-still=\"Too long.\"", book.Page("01-a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_setting_makes_another_page_and_executes_nothing()
    {
        await book.BuildAsync();
        Assert.DoesNotContain("data-run", book.Page("01-a.html"), StringComparison.Ordinal);
        Set("""{ "program": "src/Cells.csproj", "notebooks": ["01-a"] }""");
        await book.BuildAsync();
        Assert.Contains("data-run", book.Page("01-a.html"), StringComparison.Ordinal);
        Set("""{ "program": "src/Cells.csproj", "notebooks": ["01-a"], "still": { "01-a": { "slow": "Now it takes hours." } } }""");
        await book.BuildAsync();
        Assert.Contains("Now it takes hours.", book.Page("01-a.html"), StringComparison.Ordinal);
        Assert.Equal(["01-a.ipynb", "02-b.ipynb"], book.Executed);
    }

    private void Set(string cells) => book.File("notebooks/book.json", $$"""{ "cells": {{cells}} }""");

    private static JsonObject With(string id, JsonObject cell)
    {
        cell["id"] = id;
        if (id == "seven")
            cell["metadata"] = new JsonObject { ["check"] = new JsonObject { ["absolute"] = 0.5 } };
        return cell;
    }
}
