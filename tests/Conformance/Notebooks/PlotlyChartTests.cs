using System.Text;
using System.Text.Json.Nodes;
using Conformance.RealKernel;
using Notebooks.Documents;
using Testing;

namespace Conformance.Notebooks;

/// <summary>A chart of Plotly.NET in Microsoft's kernel, once the library has been used: our figure, with its picture.</summary>
public sealed class PlotlyChartTests(Kernels kernels)
{
    private static readonly string[] Code =
    [
        """
        #r "../src/NeuralNets/bin/NeuralNets.dll"
        using NeuralNets.Charts;
        using Plotly.NET.CSharp;
        """,
        """
        double[] x = [1, 2, 3], y = [1, 4, 9];
        Figure.Line(x, y, "squares")
        """,
        """
        var chart = Chart.Line<double, double, string>(x, y, Name: "squares");
        chart
        """,
        "display(chart);",
        "chart.Display();",
        "Chart.Grid([chart, chart], 1, 2)",
    ];

    [Fact]
    public async Task It_is_a_figure_as_a_result_and_when_it_is_displayed()
    {
        var cells = Code.Select((code, i) => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"cell-{i}",
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = code,
        });
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5
        };
        var notebook = NotebookDocument.Parse(
            Encoding.UTF8.GetBytes(json.ToJsonString()), Path.Combine(WorkingCopy.NotebooksFolder, "charts.ipynb"));

        var run = await kernels.ExecuteAsync(Kernels.Real, notebook);

        Assert.True(run.End == "ok", $"{run.End}\n{run.Printed}");
        Assert.Equal(
            ["execute_result", "execute_result", "display_data", "display_data", "execute_result"],
            run.Document.Cells.Skip(1).Select(cell => (string?)Assert.Single(cell.Outputs)!["output_type"]));
        Assert.Equal(
            [.. Enumerable.Repeat("A line 'squares' through 3 points", 4), "A line 'squares' through 3 points (2 times)"],
            run.Document.Cells.Skip(1).Select(cell => Shown(cell, "text/plain")));
        Assert.All(run.Document.Cells.Skip(1), cell => Assert.Contains("<svg", Shown(cell, "text/html"), StringComparison.Ordinal));
    }

    private static string? Shown(NotebookCell cell, string type) => (string?)cell.Outputs[0]!["data"]![type];
}
