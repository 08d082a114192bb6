namespace NeuralNets.Charts;

/// <summary>An edge of a graph in pixels: its line, its head, and a place for its label where nothing else is.</summary>
internal sealed class GraphArrow
{
    /// <summary>How far an arrow from a node to itself stands out on its right.</summary>
    public const double LoopWidth = 34;

    private const int Pieces = 24;
    private const double HeadLength = 8;
    private static readonly double[] Places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];

    public GraphArrow(GraphEdge edge, GraphBox from, GraphBox to, (double X, double Y) peak)
    {
        Edge = edge;
        Label = GraphBox.Minus(edge.Label);
        IsStraight = edge.Bend == 0 && from != to;
        Path = from == to ? Loop(from) : Curve(from, to, peak);
        var (tip, before) = (Path[^1], Path[^(IsStraight ? Pieces : 4)]);
        var (dx, dy) = Unit(tip.X - before.X, tip.Y - before.Y);
        var (x, y) = (tip.X - (HeadLength * dx), tip.Y - (HeadLength * dy));
        Head = [tip, (x - (3.6 * dy), y + (3.6 * dx)), (x + (3.6 * dy), y - (3.6 * dx))];
        Path[^1] = (x + dx, y + dy);
    }

    public GraphEdge Edge { get; }

    public string Label { get; }

    public bool IsStraight { get; }

    /// <summary>Its line from the outline of one node to the head.</summary>
    public (double X, double Y)[] Path { get; }

    /// <summary>What of it is drawn: of a straight line the ends.</summary>
    public (double X, double Y)[] Line => IsStraight ? [Path[0], Path[^1]] : Path;

    /// <summary>The three corners of its head.</summary>
    public (double X, double Y)[] Head { get; }

    /// <summary>The middle of its label.</summary>
    public (double X, double Y) LabelAt { get; private set; } = (double.NaN, double.NaN);

    private (double X, double Y) LabelSize => (TextWidth.Of(Label, TextSize.Tick) / 2, 7);

    /// <summary>Puts the label beside the line, where it covers the least: of nodes, of other labels, of other arrows.</summary>
    public void PlaceLabel(IReadOnlyList<GraphBox> boxes, IReadOnlyList<GraphArrow> arrows, (double Width, double Height) area)
    {
        if (Label.Length == 0)
            return;
        var best = LabelAt;
        var least = double.PositiveInfinity;
        for (var i = 0; i < 4 * Places.Length && least > 0; i++)
        {
            var at = Beside(Places[i / 2 % Places.Length], i % 2 == 0 ? -1 : 1, i < 2 * Places.Length ? 3 : 9);
            var covered = Covered(at, boxes, arrows, area);
            if (covered < least)
                (least, best) = (covered, at);
        }

        LabelAt = best;
    }

    /// <summary>The place of the label at a fraction of the line, on its upper (−1) or lower (1) side, some pixels away.</summary>
    private (double X, double Y) Beside(double fraction, int side, double away)
    {
        var i = (int)Math.Round(fraction * (Path.Length - 1));
        var (a, b) = (Path[Math.Max(0, i - 1)], Path[Math.Min(Path.Length - 1, i + 1)]);
        var (dx, dy) = Unit(b.X - a.X, b.Y - a.Y);
        var up = Math.Abs(dx) > 1e-9 ? Math.Sign(dx) : 1;
        var (nx, ny) = (-dy * up * side, dx * up * side);
        var far = (Math.Abs(nx) * LabelSize.X) + (Math.Abs(ny) * LabelSize.Y) + away;
        return (Path[i].X + (far * nx), Path[i].Y + (far * ny));
    }

    private double Covered(
        (double X, double Y) at, IReadOnlyList<GraphBox> boxes, IReadOnlyList<GraphArrow> arrows, (double Width, double Height) area)
    {
        var (w, h) = LabelSize;
        double Common((double X, double Y) other, double halfWidth, double halfHeight) =>
            Math.Max(0, w + halfWidth - Math.Abs(at.X - other.X)) * Math.Max(0, h + halfHeight - Math.Abs(at.Y - other.Y));
        var cut = Math.Max(0, w - at.X) + Math.Max(0, at.X + w - area.Width) + Math.Max(0, h - at.Y) + Math.Max(0, at.Y + h - area.Height);
        var covered = 100 * cut;
        foreach (var box in boxes)
            covered += Common((box.X, box.Y), box.HalfWidth + 1, box.HalfHeight + 1);
        foreach (var arrow in arrows)
        {
            if (double.IsFinite(arrow.LabelAt.X))
                covered += Common(arrow.LabelAt, arrow.LabelSize.X + 2, arrow.LabelSize.Y);
            foreach (var point in arrow.Path)
                covered += Common(point, 1, 1) > 0 ? 20 : 0;
            covered += (Common(arrow.Head[1], 1, 1) > 0 ? 20 : 0) + (Common(arrow.Head[2], 1, 1) > 0 ? 20 : 0);
        }

        return covered;
    }

    private static (double X, double Y)[] Curve(GraphBox from, GraphBox to, (double X, double Y) peak)
    {
        var middle = (X: (from.X + to.X) / 2, Y: (from.Y + to.Y) / 2);
        var control = (X: (2 * peak.X) - middle.X, Y: (2 * peak.Y) - middle.Y);
        var isStraight = Math.Abs(control.X - middle.X) + Math.Abs(control.Y - middle.Y) < 0.01;
        var (a, b) = (from.Border(isStraight ? (to.X, to.Y) : control), to.Border(isStraight ? (from.X, from.Y) : control));
        if (isStraight)
            control = ((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        return Sampled(t => (Quadratic(a.X, control.X, b.X, t), Quadratic(a.Y, control.Y, b.Y, t)));
    }

    /// <summary>An arrow from a node to itself, on its right.</summary>
    private static (double X, double Y)[] Loop(GraphBox box)
    {
        var (half, side) = (Math.Min(9, box.HalfHeight * 0.6), box.X + box.HalfWidth + (box.Node.Shape == NodeShape.Circle ? -3 : 1));
        var far = side + (1.33 * (LoopWidth - 4));
        return Sampled(t => (Cubic(side, far, far, side, t),
            Cubic(box.Y - half, box.Y - (2.4 * half), box.Y + (2.4 * half), box.Y + half, t)));
    }

    private static (double X, double Y)[] Sampled(Func<double, (double X, double Y)> at)
    {
        var points = new (double X, double Y)[Pieces + 1];
        for (var i = 0; i <= Pieces; i++)
            points[i] = at((double)i / Pieces);
        return points;
    }

    /// <summary>A point of the Bézier curve from a to c with the control point b.</summary>
    private static double Quadratic(double a, double b, double c, double t) => ((1 - t) * (((1 - t) * a) + (2 * t * b))) + (t * t * c);

    /// <summary>A point of the Bézier curve from a to d with the control points b and c.</summary>
    private static double Cubic(double a, double b, double c, double d, double t) =>
        ((1 - t) * Quadratic(a, b, c, t)) + (t * Quadratic(b, c, d, t));

    private static (double X, double Y) Unit(double x, double y)
    {
        var length = Math.Max(1e-9, Math.Sqrt((x * x) + (y * y)));
        return (x / length, y / length);
    }
}
