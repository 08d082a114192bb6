namespace NeuralNets.Charts;

/// <summary>A node of a graph in pixels: its lines of text, the box around them, and where it stands.</summary>
internal sealed class GraphBox
{
    private const double LineHeight = 17;
    private const int Corner = 6; // Points around each corner of a box.

    public GraphBox(GraphNode node)
    {
        Node = node;
        var label = node.Label.Split('\n');
        Lines =
        [
            .. label.Select(text => (text, IsBold: node.Value is not null || node.Slope is not null, IsSlope: false)),
            .. new[] { node.Value }.OfType<string>().Select(text => (Minus(text), false, false)),
            .. new[] { node.Slope }.OfType<string>().Select(text => (Minus(text), false, true)),
        ];
        var (width, height) = (Lines.Max(l => TextWidth.Of(l.Text, TextSize.Tick) * (l.IsBold ? 1.1 : 1)), Lines.Count * LineHeight);
        var radius = Math.Max(14, (Math.Sqrt((width * width) + (height * height)) / 2) + 1);
        // Widths in steps, so that a number that gets a digit more does not shake a figure that moves.
        (HalfWidth, HalfHeight) = node.Shape switch
        {
            NodeShape.Circle => (radius, radius),
            NodeShape.Plain => ((width / 2) + 3, (height / 2) + 1),
            _ => (6 * Math.Ceiling(Math.Max(width + 12, 32) / 12), (height / 2) + 5),
        };
    }

    public GraphNode Node { get; }

    /// <summary>The lines in it, from the top.</summary>
    public IReadOnlyList<(string Text, bool IsBold, bool IsSlope)> Lines { get; }

    public double HalfWidth { get; }

    public double HalfHeight { get; }

    public double X { get; set; }

    public double Y { get; set; }

    private bool IsRound => Node.Shape == NodeShape.Circle;

    /// <summary>A number as it is printed, with a minus sign instead of a hyphen before a digit.</summary>
    public static string Minus(string text) => text.Length > 1 && text[0] == '-' && char.IsAsciiDigit(text[1]) ? $"−{text[1..]}" : text;

    /// <summary>The middle of a line of its text.</summary>
    public double LineY(int line) => Y + ((line - ((Lines.Count - 1) / 2.0)) * LineHeight);

    /// <summary>Where an arrow between its middle and a point meets its outline, a pixel outside.</summary>
    public (double X, double Y) Border((double X, double Y) towards)
    {
        var (dx, dy) = (towards.X - X, towards.Y - Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length < 1e-9)
            return (X, Y);
        var reach = IsRound ? HalfWidth : Math.Min(HalfWidth * length / Math.Abs(dx), HalfHeight * length / Math.Abs(dy));
        var t = Math.Min(1, (reach + 1) / length);
        return (X + (t * dx), Y + (t * dy));
    }

    /// <summary>The corners of its outline; none where only its text is drawn.</summary>
    public (double X, double Y)[] Outline()
    {
        var corners = new (double X, double Y)[Node.Shape == NodeShape.Plain ? 0 : 4 * Corner];
        var round = IsRound ? HalfWidth : 8;
        for (var i = 0; i < corners.Length; i++)
        {
            var (quarter, angle) = (i / Corner, (i / Corner * Math.PI / 2) + (i % Corner / (Corner - 1.0) * Math.PI / 2));
            var (right, down) = (quarter is 0 or 3 ? 1 : -1, quarter is 0 or 1 ? 1 : -1);
            corners[i] = (X + (right * (HalfWidth - round)) + (round * Math.Cos(angle)),
                Y + (down * (HalfHeight - round)) + (round * Math.Sin(angle)));
        }

        return corners;
    }
}
