using Notebooks.Book;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Building;

/// <summary>What prose becomes on its page, and cells that only check.</summary>
public sealed class ProseTests : IDisposable
{
    private readonly SampleBook book = new();

    public void Dispose() => book.Dispose();

    [Fact]
    public async Task Formulas_notes_solutions_tables_and_code_in_prose_become_their_elements()
    {
        await book.Notebook("01-a.ipynb", Prose("""
            # The *loss* $\mathcal{L}$

            So $x^2$, and

            $$
            \frac{a}{b}
            $$

            $$ c_1 $$

            > **As published.** The sign is lost.

            > **Corrected.** Here it is.

            > **Coming from Python?** `zip` is `Zip`.

            > [!TIP]
            > A tip.

            > Just a quotation.

            | a | b |
            |---|---|
            | 1 | $y$ |

            <details><summary>Solution</summary>

            ```csharp
            var lr = 0.1;
            ```

            </details>
            """)).BuildAsync();
        var page = book.Page("01-a.html");
        string[] expected =
        [
            "<h1 id=\"the-loss-ℒ\">The <em>loss</em> <math>", "<msup><mi>x</mi><mn>2</mn></msup>",
            "<div class=\"formula\"><math display=\"block\">", "<span class=\"formula\"><math display=\"block\">",
            "<div class=\"note published\" role=\"note\">", "<div class=\"note corrected\" role=\"note\">",
            "<div class=\"note python\" role=\"note\">", "<strong>Tip</strong>",
            "<blockquote>", "<div class=\"table\"><table>", "<details><summary>Solution</summary>",
            "<span class=\"k\">var</span> lr = <span class=\"n\">0.1</span>;",
        ];
        Assert.All(expected, part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cells_that_only_check_are_folded_into_one_line_at_the_end_of_their_section()
    {
        await book.Notebook(
            "01-a.ipynb",
            Prose("# A"),
            Code("Check(0);", Stream("✓ zero\n")),
            Prose("More.\n\n## One\n\nFirst."),
            Code("Check(1);", Stream("✓ one: 1 ≈ 1 (± 0)\n"), Stream("✓ two\n")),
            Prose("### Deeper\n\nThen."),
            Code("Mixed();", Stream("loss 0.5\n✓ mixed\n")),
            Code("Warned();", Stream("✓ warned\n"), Stream("✓ careful\n", "stderr")),
            Code("Quiet();"),
            Code("Check(3);", Stream("✓ three\n")),
            Prose("Last of one.\n\n## Two\n\nNo checks.")).BuildAsync();
        var page = book.Page("01-a.html");
        Assert.Matches(
            "(?s)<p>More.</p>\n<details class=\"checks\"><summary><span aria-hidden=\"true\">✓</span> 1 check passed</summary>\n"
            + "<div class=\"cell\" id=\"cell-1\">.*zero</pre>\n</div>\n</details>\n<h2 id=\"one\">",
            page);
        Assert.Matches(
            "(?s)<p>Then.</p>.*mixed.*warned.*Quiet.*<p>Last of one.</p>\n"
            + "<details class=\"checks\"><summary>[^\n]* 3 checks passed</summary>\n"
            + "<div class=\"cell\" id=\"cell-2\">.*✓ two</pre>\n</div>\n"
            + "<div class=\"cell\" id=\"cell-6\">.*three</pre>\n</div>\n</details>\n<h2 id=\"two\">",
            page);
        Assert.Equal(3, page.Split("<details class=\"checks\">").Length);
    }

    [Fact]
    public async Task Checks_at_the_end_of_a_page_are_folded_there_and_one_that_failed_stays_in_its_place()
    {
        await book.Notebook(
            "01-a.ipynb",
            Prose("# A\n\n## One"),
            Code("Check(1);", Stream("✓ one\n")),
            Code("Check(2);", Stream("✓ two\n"), Error("CheckException", "three"))).BuildAsync();
        Assert.Matches(
            "(?s)id=\"cell-2\">.*CheckException.*</div>\n<details class=\"checks\">.*1 check passed.*id=\"cell-1\".*</details>",
            book.Page("01-a.html"));
    }

    [Fact]
    public async Task What_a_solution_prints_looks_like_an_output_and_links_out_of_the_book_say_so()
    {
        await book.Notebook("01-a.ipynb", Prose("""
            # A

            ```text
            alone
            ```

            <details><summary>Solution</summary>

            ```csharp
            Console.WriteLine("a  b");
            ```

            ```text
            a  <b>
            ```

            </details>

            [Paper](https://arxiv.org/abs/1502.01852), <https://d2l.ai>, [here](#a).
            """)).BuildAsync();
        var page = book.Page("01-a.html");
        Assert.Contains("<div class=\"code\"><pre><code>alone</code>", page, StringComparison.Ordinal);
        Assert.Contains("</code></pre></div>\n<pre class=\"output stdout columns\">a  &lt;b&gt;</pre>\n", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://arxiv.org/abs/1502.01852\" rel=\"external\">Paper</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://d2l.ai\" rel=\"external\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"01-a.html#a\">here</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_may_begin_and_end_in_the_midst_of_lines()
    {
        await book.Notebook("01-a.ipynb", Prose("""
            # A

            The chain rule does the rest:
            $$ \frac{\partial\,L}{\partial a}
            = b
            - c $$
            Then $$ d $$ goes on.

            > **Corrected.** So it is
            > $$ e
            >
            > = f $$
            """)).BuildAsync();
        var page = book.Page("01-a.html");
        Assert.DoesNotContain("$$", page, StringComparison.Ordinal);
        Assert.Matches(
            "(?s)the rest:</p>\n<div class=\"formula\"><math display=\"block\">"
            + ".*<mi>b</mi><mo>−</mo><mi>c</mi>.*</math></div>\n<p>Then ",
            page);
        Assert.Matches(
            "(?s)<div class=\"note corrected\".*So it is</p>\n<div class=\"formula\"><math display=\"block\">"
            + ".*<mi>e</mi>.*<mi>f</mi>.*</math></div>\n</div>",
            page);
    }

    [Theory]
    [InlineData("$$ a\n= b\n\nMore words.")]
    [InlineData("$$\na = b\n\nMore words.")]
    public async Task A_formula_that_never_ends_is_named(string prose)
    {
        var error = await Assert.ThrowsAsync<BookException>(book.Notebook("01-a.ipynb", Prose("# A"), Prose(prose)).BuildAsync);
        Assert.StartsWith("notebooks/01-a.ipynb, cell 2: Found '$$' without a second one.", error.Message, StringComparison.Ordinal);
    }
}
