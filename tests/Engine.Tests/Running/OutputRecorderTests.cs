using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Sessions.Messages;

namespace Engine.Tests.Running;

public class OutputRecorderTests
{
    private readonly NotebookDocument notebook = NotebookDocument.Parse(
        Encoding.UTF8.GetBytes("""
            {"nbformat": 4, "cells": [
              {"cell_type": "code", "source": "1", "execution_count": 9, "outputs": [{"output_type": "stream", "text": "old"}]},
              {"cell_type": "code", "source": "2"}]}
            """),
        "n.ipynb");

    private readonly OutputRecorder recorder = new();

    [Fact]
    public void Neighbouring_text_of_one_stream_becomes_one_output()
    {
        Run(0, null, Out("a"), Out("b\n"), Err("c"), Err("d"), Out("e"));

        Assert.Equal(["stdout ab\n", "stderr cd", "stdout e"], Outputs(0).Select(o => $"{o["name"]} {o["text"]}"));
    }

    [Fact]
    public void An_update_replaces_the_display_where_it_stands_also_in_an_earlier_cell()
    {
        Run(0, null, Show("first", "d1"), Out("between"), Show("other", "d2"));
        Run(1, null, new SessionEvent.UpdateDisplay(Bundle("second"), "d1"), Show("again", "d1"));
        Run(1, null, new SessionEvent.UpdateDisplay(Bundle("third"), "d1"));

        Assert.Equal("third", Outputs(0)[0]["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("other", Outputs(0)[2]["data"]!["text/plain"]!.GetValue<string>());
        Assert.Empty(Outputs(1));
    }

    [Fact]
    public void The_value_comes_last_with_the_number_of_the_execution()
    {
        Run(0, null, Out("text"), new SessionEvent.Value(Bundle("42")));

        var result = Outputs(0)[1];
        Assert.Equal("execute_result", result["output_type"]!.GetValue<string>());
        Assert.Equal(1, result["execution_count"]!.GetValue<int>());
        Assert.Equal(1, notebook.Cells[0].ExecutionCount);
        Assert.True(JsonNode.DeepEquals(new JsonObject(), result["metadata"]));
    }

    [Fact]
    public void An_error_is_kept_after_what_the_cell_showed_before()
    {
        Run(0, new CellResult(new CellError("E", "why", ["at 1", "at 2"])), Out("text"));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"output_type": "error", "ename": "E", "evalue": "why", "traceback": ["at 1", "at 2"]}"""),
            Outputs(0)[1]));
    }

    [Fact]
    public void A_cell_that_never_stops_printing_does_not_fill_the_memory()
    {
        var line = Out(new string('x', 1_000_000));

        Run(0, null, [.. Enumerable.Repeat(line, 20)]);

        var text = Assert.Single(Outputs(0))["text"]!.GetValue<string>();
        Assert.InRange(text.Length, OutputRecorder.TextLimit, OutputRecorder.TextLimit + 100);
        Assert.EndsWith("the rest is dropped]\n", text, StringComparison.Ordinal);
    }

    private void Run(int cell, CellResult? result, params SessionEvent[] events)
    {
        recorder.Begin(notebook.Cells[cell], cell + 1);
        foreach (var happened in events)
            recorder.Record(happened);
        recorder.End(result ?? new CellResult(null));
    }

    private List<JsonObject> Outputs(int cell) => [.. notebook.Cells[cell].Outputs.Select(output => output!.AsObject())];

    private static SessionEvent.Text Out(string text) => new SessionEvent.Text("stdout", text);

    private static SessionEvent.Text Err(string text) => new SessionEvent.Text("stderr", text);

    private static SessionEvent.Display Show(string text, string id) => new SessionEvent.Display(Bundle(text), id);

    private static MimeBundle Bundle(string text) => new(new Dictionary<string, JsonNode> { ["text/plain"] = text });
}
