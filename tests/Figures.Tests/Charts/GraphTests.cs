using NeuralNets.Charts;
using Newtonsoft.Json.Linq;

namespace NeuralNets.Tests.Charts;

public class ChartsGraphTests
{
    private static readonly GraphNode[] Product =
        [new("x", 0, 0) { Value = "3" }, new("b", 0, 1) { Value = "-2" }, new("b·x", 1, 0.5) { Value = "-6", Slope = "1" }];

    [Fact]
    public void A_graph_is_told_to_who_does_not_see_it() => Assert.Equal(
        "A graph of 3 nodes: x = 3, b = -2, b·x = -6 (slope 1); 2 arrows: x → b·x (-2), b → b·x (3)",
        Figure.Graph(Product, [new("x", "b·x", "-2"), new("b", "b·x", "3")]).ToString());

    [Fact]
    public void All_that_is_wrong_with_it_is_an_error_at_once()
    {
        var error = Assert.Throws<ArgumentException>(() => Figure.Graph([.. Product, new("x", 2, 2)], [new("x", "z"), new("b", "x")]));
        Assert.Equal("Found 2 nodes 'x', an edge of a node 'z'. Expected nodes of different names, each with a place, and edges "
            + "between them: x, b, b·x.", error.Message);
        Assert.StartsWith("Found no node", Assert.Throws<ArgumentException>(() => Figure.Graph([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_label_of_an_edge_covers_a_node_or_another_label()
    {
        foreach (var figure in new[] { "graph", "recurrent", "residual" }.Select(kind => FigureGallery.Kinds[kind]()))
        {
            var graph = (Graph)figure.Panels[0].Marks[0];
            var plan = new GraphPlan(graph.Nodes, graph.Edges, figure.Areas[0]);
            var labels = plan.Arrows.Where(a => a.Label.Length > 0)
                .Select(a => (a.LabelAt.X, a.LabelAt.Y, W: TextWidth.Of(a.Label, TextSize.Tick) / 2, H: 6.0, a.Label)).ToArray();
            var boxes = plan.Boxes.Select(b => (b.X, b.Y, W: b.HalfWidth, H: b.HalfHeight, Label: b.Node.Name)).ToArray();
            foreach (var (i, a) in labels.Index())
            {
                Assert.DoesNotContain(boxes.Concat(labels[(i + 1)..]),
                    b => Math.Abs(a.X - b.X) < a.W + b.W - 0.1 && Math.Abs(a.Y - b.Y) < a.H + b.H - 0.1);
            }
        }
    }

    [Fact]
    public void The_live_graph_lies_where_the_picture_has_it_and_its_frames_have_the_same_traces()
    {
        var figure = Figure.Replay("step", Enumerable.Range(0, 5).Select(step => ($"{step}", FigureGallery.Backward(step))));
        var live = JObject.Parse(figure.ToPlotlyJson());
        var texts = live["data"]!.Single(t => (string?)t["mode"] == "text");
        var (x, y) = ((double)texts["x"]![0]! * figure.Areas[0].Width, (1 - (double)texts["y"]![0]!) * figure.Areas[0].Height);
        Assert.Contains(FormattableString.Invariant($"<text x=\"{x:0.#}\" y=\"{y + 4.5:0.#}\""), figure.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(5, live["frames"]!.Count());
    }
}
