using Notebooks.Book.Code;

namespace Book.Tests.Pages;

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

    [Fact]
    public async Task A_long_line_is_marked_with_its_depth_unless_it_is_within_a_text_of_several_lines()
    {
        var longName = new string('x', 80);
        var html = (await HighlightAsync($"{{\n        var {longName} = 1;\n}}\nvar s = @\"\n{longName}\n\";"))[0].Split('\n');
        Assert.Equal($"<span class=\"w2\">        <span class=\"k\">var</span> {longName} = <span class=\"n\">1</span>;</span>", html[1]);
        Assert.Equal(longName, html[4]);
    }

    private static async Task<IReadOnlyList<string>> HighlightAsync(params string[] cells)
    {
        using var highlighter = new CodeHighlighter([]);
        return await highlighter.HighlightAsync(cells);
    }

    private static string PlainText(string html) =>
        System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", ""));
}
