using System.Net;
using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Notebooks.Book.Code;
using Testing;

namespace Book.Tests.Cells;

/// <summary>The colours of what a reader writes, against those of the book.</summary>
[Collection("Programs")]
public partial class CellColourTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("01-what-is-a-neural-network")]
    [InlineData("09-under-the-hood")]
    public async Task A_cell_has_in_its_editor_the_colours_that_it_has_in_the_book(string name)
    {
        var cells = RunningNotebook.Sources(name);
        var program = await CellProgram.StartAsync(browser);
        using var highlighter = new CodeHighlighter(
            Directory.GetFiles(Path.Combine(WorkingCopy.Root, "src", "NeuralNets", "bin"), "*.dll"));
        var coloured = await highlighter.HighlightAsync(cells);
        await program.ShowAsync(string.Join('\n', cells.Take(1)));
        foreach (var (cell, html) in cells.Zip(coloured).Take(12))
        {
            var colours = new string(' ', cell.Length).ToCharArray();
            foreach (var span in await program.CallAsync("Colour", cell))
                Array.Fill(colours, ((string)span![2]!)[0], (int)span[0]!, (int)span[1]!);
            Assert.Equal(Marked(cell, Colours(html)), Marked(cell, new(colours)));
            await program.RunAsync(cell);
        }
    }

    /// <summary>Each line of code above its colours; blanks have none.</summary>
    private static string Marked(string code, string colours) => string.Join('\n', code.Split('\n').Select((line, i) =>
    {
        var at = code.Split('\n').Take(i).Sum(before => before.Length + 1);
        var below = colours.Substring(at, line.Length).ToCharArray();
        for (var c = 0; c < line.Length; c++)
            below[c] = line[c] == ' ' ? ' ' : below[c];
        return $"{line}\n{new string(below)}";
    }));

    private static string Colours(string html)
    {
        var colours = new System.Text.StringBuilder();
        var open = new Stack<char>();
        foreach (var part in Part().Matches(html).Select(match => match.Value))
        {
            if (part.StartsWith("<span", StringComparison.Ordinal))
                open.Push(part["<span class=\"".Length]);
            else if (part == "</span>")
                open.Pop();
            else
                colours.Append(
                    open.FirstOrDefault(colour => "ksnctm".Contains(colour, StringComparison.Ordinal), ' '),
                    WebUtility.HtmlDecode(part).Length);
        }

        return colours.ToString();
    }

    [GeneratedRegex("<[^>]*>|[^<]+")]
    private static partial Regex Part();
}
