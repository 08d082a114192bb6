using System.Text.Json.Nodes;
using Testing;

namespace Notebooks.Tests.CommandLine;

public sealed class PageExportTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Markdown_has_prose_code_and_what_it_printed_and_fences_that_hold()
    {
        await WriteAsync();

        var call = await Cli.RunAsync(folder.Path, "export", "--to", "markdown", "n.ipynb", "--output", "out");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Equal(
            """
            # Title

            See [the picture](p.png) and $x^2$. ![](p.png)

            ````csharp
            var s = "```";
            s
            ````

            ````text
            ```
            ````

            ```csharp
            1
            ```

            <table>
            <tr><td>1</td></tr>
            </table>

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(folder.In("out/n.md"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_needs_no_other_file_and_is_the_same_every_time()
    {
        await WriteAsync();

        var call = await Cli.RunAsync(folder.Path, "export", "--to", "html", "n.ipynb", "--output", "out");
        var page = await File.ReadAllTextAsync(folder.In("out/n.html"), TestContext.Current.CancellationToken);
        await Cli.RunAsync(folder.Path, "export", "--to", "html", "n.ipynb", "--output", "again");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Contains("<title>Title</title>", page, StringComparison.Ordinal);
        Assert.Contains("<math", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,AQID\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"../p.png\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("assets/book", page, StringComparison.Ordinal);
        Assert.Equal(page, await File.ReadAllTextAsync(folder.In("again/n.html"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_figure_comes_with_its_script_and_one_line_says_that_plotly_is_not_to_be_had()
    {
        folder.Write("n.ipynb", "1");
        var notebook = folder.Load("n.ipynb");
        notebook.Cells[0].Outputs.Add(Output("text/html", "<div id=\"f\" data-figure><svg><title>T</title><path d=\"M0 0\"/></svg>"
            + "<script type=\"application/json\">{}</script><script data-figure-script>live()</script></div>"));
        notebook.Save(folder.In("n.ipynb"));

        var call = await Cli.RunAsync(folder.Path, "export", "--to", "html", "n.ipynb");

        Assert.Equal(0, call.ExitStatus);
        Assert.Equal(
            "n.ipynb: its figures tell no values when pointed at, as no library that it names has plotly.js beside it",
            call.Problems.TrimEnd());
        Assert.Contains("<script>live()</script>",
            await File.ReadAllTextAsync(folder.In("n.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task WriteAsync()
    {
        await File.WriteAllBytesAsync(folder.In("p.png"), [1, 2, 3], TestContext.Current.CancellationToken);
        folder.Write("n.ipynb", "var s = \"```\";\ns", "1");
        var notebook = folder.Load("n.ipynb");
        notebook.Cells[0].Outputs.Add(Output("text/plain", "```"));
        notebook.Cells[1].Outputs.Add(Output("text/html", "<table>\n\n<tr><td>1</td></tr>\n</table>\n<script>\n\nx</script>"));
        notebook.Json["cells"]!.AsArray().Insert(0, new JsonObject
        {
            ["cell_type"] = "markdown",
            ["metadata"] = new JsonObject(),
            ["source"] = "# Title\n\nSee [the picture](p.png) and $x^2$. ![](p.png)",
        });
        notebook.Save(folder.In("n.ipynb"));
    }

    private static JsonObject Output(string type, string content) => new()
    {
        ["output_type"] = "display_data",
        ["data"] = new JsonObject { [type] = content },
        ["metadata"] = new JsonObject(),
    };
}
