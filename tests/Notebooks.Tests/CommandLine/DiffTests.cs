using System.Text;
using System.Text.Json.Nodes;
using Testing;

namespace Notebooks.Tests.CommandLine;

public sealed class DiffTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task How_a_file_is_written_and_how_often_a_cell_ran_mean_nothing()
    {
        Write("a", """
            {"nbformat":4,"nbformat_minor":5,"metadata":{"x":{"a":1,"b":2}},"cells":[
            {"cell_type":"code","metadata":{},"source":"1\n2","outputs":[
            {"output_type":"execute_result","execution_count":3,"metadata":{},"data":{"text/plain":"2"}}],"execution_count":3}]}
            """);
        Write("b", """
            {"cells":[{"cell_type":"code","source":["1\n","2"],"outputs":[{"data":{"text/plain":["2"]},
            "output_type":"execute_result","execution_count":9,"metadata":{}}],"execution_count":9,"metadata":{}}],
            "metadata":{"x":{"b":2,"a":1}},"nbformat":4,"nbformat_minor":4}
            """);

        var call = await Cli.RunAsync(folder.Path, "diff", "a.ipynb", "b.ipynb");

        Assert.Equal((0, "", ""), (call.ExitStatus, call.Output, call.Problems));
    }

    [Fact]
    public async Task Cells_are_matched_by_id_then_by_content_and_each_difference_is_shown_once()
    {
        Write("a", Notebook(("first", "one"), ("second", "line 1\nold\nline 3"), ("third", "three"), ("gone", "four")));
        Write("b", Notebook(("third", "three"), ("first", "one"), ("second", "line 1\nnew\nline 3"), ("added", "five")));

        var call = await Cli.RunAsync(folder.Path, "diff", "a.ipynb", "b.ipynb");

        Assert.Equal(1, call.ExitStatus);
        Assert.Equal(
            """
            --- a.ipynb
            +++ b.ipynb
            Cell 2 (first): moved, was cell 1
            Cell 3 (second): moved, was cell 2
            Cell 3 (second): source
               line 1
              -old
              +new
               line 3
            Cell 4 (added): added
              +five
            Cell 4 (gone) of the first: removed
              -four

            """.ReplaceLineEndings("\n"),
            call.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Outputs_and_metadata_count_and_programs_read_it_as_json()
    {
        folder.Write("a.ipynb", "var x = 1;", "x");
        await Cli.RunAsync(folder.Path, "run", "a.ipynb", "--output", "b");
        var changed = folder.Load("b/a.ipynb");
        changed.Metadata["title"] = "T";
        changed.Save(folder.In("b/a.ipynb"));

        var call = await Cli.RunAsync(folder.Path, "diff", "a.ipynb", "b/a.ipynb", "--json");

        Assert.Equal(1, call.ExitStatus);
        var changes = JsonNode.Parse(call.Output)!.AsArray();
        Assert.Equal(["metadata", "outputs"], changes.Select(change => (string)change!["kind"]!));
        Assert.Equal("+title: \"T\"", (string)changes[0]!["lines"]![0]!);
        Assert.Equal((2, 2), ((int)changes[1]!["first"]!, (int)changes[1]!["second"]!));
    }

    private static string Notebook(params (string Id, string Source)[] cells) => new JsonObject
    {
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
        ["metadata"] = new JsonObject(),
        ["cells"] = new JsonArray([.. cells.Select(cell => (JsonNode)new JsonObject
        {
            ["cell_type"] = "markdown", ["id"] = cell.Id, ["metadata"] = new JsonObject(), ["source"] = cell.Source,
        })]),
    }.ToJsonString();

    private void Write(string name, string json) => File.WriteAllText(folder.In($"{name}.ipynb"), json, Encoding.UTF8);
}
