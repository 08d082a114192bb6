using System.Text;
using Notebooks.Documents;
using Testing;

namespace Notebooks.Tests.Documents;

public sealed class NotebookCleaningTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Written as no tool of ours writes: other indents, other order, numbers and escapes of its own, no newline at the end.
    private const string Dirty = """
        {"nbformat":4, "metadata": { "widgets": {"a": 1},  "kernelspec" : {"name":"k\u00e9"} , "signature": "x"},
            "cells": [ {"cell_type":"code",  "source":["1\n", "2"], "execution_count": 17,
              "metadata": {"collapsed": true, "tags": [ "a" ], "scrolled": false},
              "outputs": [ {"output_type":"stream","name":"stdout","text":"]}"} ] },
             {"cell_type":"code","metadata":{"execution":{"t":1.50e1}},"source":"","outputs":[],"execution_count":null},
             {"cell_type":"markdown","metadata":{"x":1e0},"source":"outputs", "outputs": [1]} ], "unknown":[1.0,-0]}
        """;

    private const string Clean = """
        {"nbformat":4, "metadata": { "kernelspec" : {"name":"k\u00e9"}},
            "cells": [ {"cell_type":"code",  "source":["1\n", "2"], "execution_count": null,
              "metadata": {"tags": [ "a" ]},
              "outputs": [] },
             {"cell_type":"code","metadata":{},"source":"","outputs":[],"execution_count":null},
             {"cell_type":"markdown","metadata":{"x":1e0},"source":"outputs", "outputs": [1]} ], "unknown":[1.0,-0]}
        """;

    [Fact]
    public void What_executing_put_in_goes_and_every_other_byte_stays() =>
        Assert.Equal(Clean, Encoding.UTF8.GetString(NotebookCleaning.Clean(Encoding.UTF8.GetBytes(Dirty), "n.ipynb")));

    [Fact]
    public void A_clean_notebook_stays_as_it_is_with_its_byte_order_mark()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Dirty)];

        var once = NotebookCleaning.Clean(marked, "n.ipynb");

        Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Clean)], once);
        Assert.Equal(once, NotebookCleaning.Clean(once, "n.ipynb"));
    }

    [Fact]
    public async Task The_command_cleans_and_its_check_only_tells()
    {
        await File.WriteAllTextAsync(folder.In("d.ipynb"), Dirty, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.In("c.ipynb"), Clean, TestContext.Current.CancellationToken);

        var check = await Cli.RunAsync(folder.Path, "clean", "--check", "c.ipynb", "d.ipynb");
        var afterCheck = await File.ReadAllTextAsync(folder.In("d.ipynb"), TestContext.Current.CancellationToken);
        var clean = await Cli.RunAsync(folder.Path, "clean", "c.ipynb", "d.ipynb");
        var again = await Cli.RunAsync(folder.Path, "clean", "--check", "c.ipynb", "d.ipynb");

        Assert.Equal((1, ""), (check.ExitStatus, check.Problems));
        Assert.StartsWith("d.ipynb: not clean", check.Output, StringComparison.Ordinal);
        Assert.Equal(Dirty, afterCheck);
        Assert.Equal((0, "d.ipynb: cleaned"), (clean.ExitStatus, clean.Output.TrimEnd()));
        Assert.Equal(Clean, await File.ReadAllTextAsync(folder.In("d.ipynb"), TestContext.Current.CancellationToken));
        Assert.Equal((0, ""), (again.ExitStatus, again.Output));
    }
}
