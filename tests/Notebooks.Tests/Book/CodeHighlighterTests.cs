using Notebooks.Book.Code;

namespace Notebooks.Tests.Book;

public class CodeHighlighterTests
{
    [Fact]
    public async Task Keywords_types_methods_strings_numbers_and_comments_are_coloured()
    {
        var html = await HighlightAsync("var text = \"a < b\"; // why\nConsole.WriteLine(text.Length + 1);");
        Assert.Equal(
            "<span class=\"k\">var</span> text = <span class=\"s\">&quot;a &lt; b&quot;</span>; <span class=\"c\">// why</span>\n" +
            "<span class=\"t\">Console</span>.<span class=\"m\">WriteLine</span>(text.Length + <span class=\"n\">1</span>);",
            html[0]);
    }

    [Fact]
    public async Task A_cell_knows_the_names_that_earlier_cells_declare()
    {
        var html = await HighlightAsync("record Point(double X, double Y);", "var origin = new Point(0, 0);");
        Assert.Contains("<span class=\"t\">Point</span>", html[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Magic_commands_and_broken_code_keep_every_character()
    {
        string[] cells = ["#!time\nvar x = 1;", "#r \"nowhere.dll\"\nusing NeuralNets;", "if (x > { \"unclosed\nvar é = '😀';", "", "  "];
        var html = await HighlightAsync(cells);
        Assert.Equal(cells, html.Select(PlainText));
    }

    private static async Task<IReadOnlyList<string>> HighlightAsync(params string[] cells)
    {
        using var highlighter = new CodeHighlighter([]);
        return await highlighter.HighlightAsync(cells);
    }

    private static string PlainText(string html) =>
        System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", ""));
}
