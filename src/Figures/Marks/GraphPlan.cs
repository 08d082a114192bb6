namespace NeuralNets.Charts;

/// <summary>A graph laid out in an area of so many pixels: where its nodes, its arrows and their labels stand.</summary>
internal sealed class GraphPlan
{
    private readonly Dictionary<string, GraphBox> boxes;
    private readonly Extent columns;
    private readonly Extent rows;

    /// <param name="nodes">The nodes.</param>
    /// <param name="edges">The edges between them.</param>
    /// <param name="area">The size of the area; null for as large as the graph wants it, <see cref="Size"/>.</param>
    public GraphPlan(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges, (double Width, double Height)? area)
    {
        boxes = nodes.ToDictionary(n => n.Name, n => new GraphBox(n));
        Boxes = [.. nodes.Select(n => boxes[n.Name])];
        var peaks = edges.Where(e => e.From != e.To).Select(Peak).ToArray();
        columns = Extent.Of(nodes.Select(n => n.Column).Concat(peaks.Select(p => p.Column)));
        rows = Extent.Of(nodes.Select(n => n.Row).Concat(peaks.Select(p => p.Row)));
        Size = Place(edges, area);
        Arrows = [.. edges.Select(e => new GraphArrow(e, boxes[e.From], boxes[e.To], At(Peak(e))))];
        foreach (var arrow in Arrows)
            arrow.PlaceLabel(Boxes, Arrows, Size);
    }

    public IReadOnlyList<GraphBox> Boxes { get; }

    public IReadOnlyList<GraphArrow> Arrows { get; }

    /// <summary>The size of the area.</summary>
    public (double Width, double Height) Size { get; }

    private (double Left, double Top, double Right, double Bottom) Margin { get; set; }

    private (double Width, double Height) Place(IReadOnlyList<GraphEdge> edges, (double Width, double Height)? area)
    {
        var across = Across(edges);
        var down = Down(edges, across);
        double Loop(GraphBox box) => edges.Any(e => e.From == e.To && e.From == box.Node.Name) ? GraphArrow.LoopWidth : 0;
        Margin = (
            Boxes.Max(b => b.HalfWidth - ((b.Node.Column - columns.Low) * across)) + 2,
            Boxes.Max(b => b.HalfHeight - ((b.Node.Row - rows.Low) * down)) + 2,
            Boxes.Max(b => b.HalfWidth + Loop(b) - ((columns.High - b.Node.Column) * across)) + 2,
            Boxes.Max(b => b.HalfHeight - ((rows.High - b.Node.Row) * down)) + 2);
        Margin = (Math.Max(Margin.Left, 4), Math.Max(Margin.Top, 14), Math.Max(Margin.Right, 4), Math.Max(Margin.Bottom, 14));
        var size = area ?? ((columns.Length * across) + Margin.Left + Margin.Right, (rows.Length * down) + Margin.Top + Margin.Bottom);
        foreach (var box in Boxes)
            (box.X, box.Y) = At((box.Node.Column, box.Node.Row), size);
        return size;
    }

    /// <summary>The pixels that a column needs: neighbours in a row do not touch, and arrows and labels have their room.</summary>
    private double Across(IReadOnlyList<GraphEdge> edges)
    {
        var beside = from a in Boxes
                     from b in Boxes
                     let apart = b.Node.Column - a.Node.Column
                     where apart > 0 && Math.Abs(a.Node.Row - b.Node.Row) < 0.5
                     select (a.HalfWidth + b.HalfWidth + 14) / apart;
        var joined = from e in edges
                     let a = boxes[e.From]
                     let b = boxes[e.To]
                     let apart = Math.Abs(b.Node.Column - a.Node.Column)
                     where apart > 0 && Math.Abs(a.Node.Row - b.Node.Row) < 0.9 && e.Bend == 0
                     select (a.HalfWidth + b.HalfWidth + Math.Max(30, TextWidth.Of(e.Label, TextSize.Tick) + 24)) / apart;
        return Math.Clamp(beside.Concat(joined).DefaultIfEmpty(90).Max(), 40, 240);
    }

    /// <summary>The pixels that a row needs.</summary>
    private double Down(IReadOnlyList<GraphEdge> edges, double across)
    {
        var below = from a in Boxes
                    from b in Boxes
                    let apart = b.Node.Row - a.Node.Row
                    where apart > 0 && Math.Abs(a.Node.Column - b.Node.Column) * across < a.HalfWidth + b.HalfWidth + 4
                    select (a.HalfHeight + b.HalfHeight + 12) / apart;
        var joined = from e in edges
                     let a = boxes[e.From]
                     let b = boxes[e.To]
                     let apart = Math.Abs(b.Node.Row - a.Node.Row)
                     where apart >= 0.9 && e.Bend == 0
                     select (a.HalfHeight + b.HalfHeight + 32) / apart;
        return Math.Clamp(below.Concat(joined).DefaultIfEmpty(60).Max(), 40, 200);
    }

    /// <summary>The place of a bent edge's farthest point, in columns and rows; of a straight one its middle.</summary>
    private (double Column, double Row) Peak(GraphEdge edge)
    {
        var (a, b) = (boxes[edge.From].Node, boxes[edge.To].Node);
        var (right, down) = (b.Column - a.Column, b.Row - a.Row);
        var bend = edge.Bend / Math.Max(1e-9, Math.Sqrt((right * right) + (down * down)));
        return (((a.Column + b.Column) / 2) + (bend * down), ((a.Row + b.Row) / 2) - (bend * right));
    }

    private (double X, double Y) At((double Column, double Row) place) => At(place, Size);

    private (double X, double Y) At((double Column, double Row) place, (double Width, double Height) size) => (
        Between(Margin.Left, size.Width - Margin.Right, columns.Length > 0 ? (place.Column - columns.Low) / columns.Length : 0.5),
        Between(Margin.Top, size.Height - Margin.Bottom, rows.Length > 0 ? (place.Row - rows.Low) / rows.Length : 0.5));

    private static double Between(double low, double high, double fraction) => low + (fraction * (high - low));
}
