using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Notebooks.Documents;

namespace Engine.Tests.Documents;

public class RoundTripTests
{
    [Fact]
    public void Reading_and_writing_again_changes_no_byte_of_what_was_written() =>
        Prop.ForAll(Notebook().ToArbitrary(), json =>
        {
            var written = Parse(json).ToBytes();
            Assert.Equal(written, NotebookDocument.Parse(written, "n.ipynb").ToBytes());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Writing_keeps_every_value_of_any_notebook() =>
        Prop.ForAll(Notebook().ToArbitrary(), json =>
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Parse(json).ToBytes()))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Source_comes_back_as_it_was_set() =>
        Prop.ForAll(Text().ToArbitrary(), text =>
        {
            var notebook = Parse("""{"nbformat": 4, "cells": [{"cell_type": "code", "source": []}]}""");
            notebook.Cells[0].Source = text;
            Assert.Equal(text, NotebookDocument.Parse(notebook.ToBytes(), "n.ipynb").Cells[0].Source);
        }).QuickCheckThrowOnFailure();

    private static NotebookDocument Parse(string json) =>
        NotebookDocument.Parse(System.Text.Encoding.UTF8.GetBytes(json), "n.ipynb");

    private static Gen<string> Notebook() =>
        from cells in Gen.ListOf(Cell())
        from minor in Gen.Choose(0, 5)
        from extra in Value(3)
        select new JsonObject
        {
            ["nbformat_minor"] = minor,
            ["nbformat"] = 4,
            ["metadata"] = new JsonObject { ["zebra"] = extra, ["ape"] = 1 },
            ["cells"] = new JsonArray([.. cells]),
        }.ToJsonString();

    private static Gen<JsonNode?> Cell() =>
        from type in Gen.Elements("code", "markdown", "raw", "hologram")
        from source in Lines()
        from metadata in Value(2)
        from outputs in Gen.ListOf(Output())
        from unknown in Value(2)
        select (JsonNode?)new JsonObject
        {
            ["cell_type"] = type,
            ["source"] = source,
            ["metadata"] = new JsonObject { ["any"] = metadata },
            ["outputs"] = new JsonArray([.. outputs]),
            ["unknown"] = unknown,
        };

    private static Gen<JsonNode?> Output() => Gen.OneOf(
        from text in Lines() select (JsonNode?)new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text },
        from data in Value(2)
        select (JsonNode?)new JsonObject
        {
            ["output_type"] = "display_data",
            ["data"] = new JsonObject { ["application/json"] = data, ["image/png"] = "aGVsbG8=" },
        },
        from other in Value(2) select (JsonNode?)new JsonObject { ["output_type"] = "later", ["text"] = other });

    // As nbformat writes text: a list of lines, each but the last with its line end.
    private static Gen<JsonNode?> Lines() =>
        from text in Text()
        select (JsonNode?)new JsonArray([.. MultilineText.Lines(text).Select(line => (JsonNode)line)]);

    private static Gen<JsonNode?> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Text().Select(text => (JsonNode?)text),
            Gen.Choose(-9, 9).Select(number => (JsonNode?)number),
            Gen.Elements(0.1, -1e-300, 12345678.9).Select(number => (JsonNode?)number),
            Gen.Constant((JsonNode?)null),
            Gen.Elements(true, false).Select(flag => (JsonNode?)flag));
        if (depth == 0)
            return leaf;
        var items = Gen.ListOf(Value(depth - 1));
        return Gen.OneOf(
            leaf,
            items.Select(list => (JsonNode?)new JsonArray([.. list])),
            items.Select(list => (JsonNode?)new JsonObject(
                list.Select((item, index) => KeyValuePair.Create($"{(char)('z' - index)} \"\\", item)))));
    }

    private static Gen<string> Text() =>
        Gen.ListOf(Gen.Elements("a", "é", "😀", "\n", "\r", "\r\n", "\"", "\\", "\t", "\0", "\u001b", "\u2028", "\u0085", "</script>"))
            .Select(string.Concat);
}
