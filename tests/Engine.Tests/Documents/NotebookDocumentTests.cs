using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Engine.Tests.Documents;

public class NotebookDocumentTests
{
    private static byte[] ByNbformat => File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "Documents", "Files", "by-nbformat-5.5.ipynb"));

    [Fact]
    public void A_file_that_nbformat_wrote_comes_back_byte_for_byte() =>
        Assert.Equal(ByNbformat, NotebookDocument.Parse(ByNbformat, "n.ipynb").ToBytes());

    [Fact]
    public void Cells_show_type_id_source_tags_and_outputs()
    {
        var cells = NotebookDocument.Parse(ByNbformat, "n.ipynb").Cells;

        Assert.Equal(["code", "markdown", "raw", "code"], cells.Select(cell => cell.Type));
        Assert.Equal(["a1", "b2", "c3", "d4"], cells.Select(cell => cell.Id));
        Assert.Equal("var x = 1;\nx\n", cells[0].Source);
        Assert.Equal(["parameters"], cells[0].Tags);
        Assert.Equal("one\ntwo\r\nthr\u2028ee\f", cells[0].Outputs[0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void What_is_not_understood_is_kept()
    {
        const string json = """
            {"nbformat":4,"nbformat_minor":9,"later":[1.50,1e400,-0],"metadata":{"z":{"y":null}},
             "cells":[{"cell_type":"hologram","source":["a\n","b"],"depth":{"k":[]}},{"cell_type":"code","metadata":{},
             "source":"x","outputs":[{"output_type":"smell","text":["a","b"]}]}]}
            """;

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(json.Replace("\"x\"", "[\"x\"]", StringComparison.Ordinal)),
            JsonNode.Parse(Parse(json).ToBytes())));
    }

    [Fact]
    public void A_byte_order_mark_is_accepted_and_not_written_again()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. ByNbformat];

        Assert.Equal(ByNbformat, NotebookDocument.Parse(marked, "n.ipynb").ToBytes());
    }

    [Theory]
    [InlineData("", "n.ipynb:1:1: not valid JSON: ")]
    [InlineData("{\"nbformat\": 4,\n \"é\": [1 2]}", "n.ipynb:2:10: not valid JSON: ")]
    [InlineData("{\"cells\": [\n<<<<<<< HEAD\n", "n.ipynb:2:1: not valid JSON: ")]
    [InlineData("{\"a\": 1,\n\"a\": 2}", "n.ipynb")]
    [InlineData("{\"a\": NaN}", "n.ipynb:1:7: not valid JSON: ")]
    [InlineData("{\"a\": \"\\ud800\"}", "n.ipynb:1:7: this text holds bytes or escapes that are no Unicode characters")]
    [InlineData("[]", "n.ipynb:1:1: not a notebook: a list where a JSON object is expected")]
    [InlineData("{}", "n.ipynb:1:1: not a notebook: no \"nbformat\", where the number 4 is expected")]
    [InlineData("{\"nbformat\": 4}", "n.ipynb:1:1: not a notebook: no \"cells\", where a list of cells is expected")]
    [InlineData("{\n \"nbformat\": 3,\n \"worksheets\": []}", "n.ipynb:2:14: nbformat 3, where nbformat 4 is expected")]
    [InlineData("{\"nbformat\":4,\n\"cells\":[7]}", "n.ipynb:2:10: a number where a cell is expected")]
    [InlineData("{\"nbformat\":4,\n\"cells\":[{\"cell_type\":\"code\",\"source\":7}]}",
        "n.ipynb:2:39: not a notebook: \"source\" is a number, where a text or a list of lines is expected")]
    [InlineData("{\"nbformat\":4,\n\"cells\":[{\"cell_type\":\"raw\"},{\"cell_type\":\"code\",\"outputs\":[{}]}]}",
        "n.ipynb:2:61: an output without an output_type")]
    public void What_is_wrong_is_said_in_one_line_with_file_and_position(string json, string start)
    {
        var message = Assert.Throws<DocumentException>(() => Parse(json)).Message;

        Assert.StartsWith(start, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_said_to_be_so()
    {
        var folder = Path.GetTempPath();
        var missing = Path.Combine(folder, "no such notebook.ipynb");

        Assert.Equal($"{missing}: no such file", Assert.Throws<DocumentException>(() => NotebookDocument.Load(missing)).Message);
        Assert.Equal(
            $"{folder}: a folder, where a notebook file (.ipynb) is expected",
            Assert.Throws<DocumentException>(() => NotebookDocument.Load(folder)).Message);
    }

    private static NotebookDocument Parse(string json) => NotebookDocument.Parse(Encoding.UTF8.GetBytes(json), "n.ipynb");
}
