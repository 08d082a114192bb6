namespace NeuralNets.Charts;

/// <content>Figures of matrices, images, surfaces, networks and graphs.</content>
public sealed partial class Figure
{
    /// <summary>A matrix as colours, row 0 on top.</summary>
    /// <inheritdoc
    /// cref="FigureMarks.HeatMap(Figure, double[,], IEnumerable{string}?, IEnumerable{string}?, ColourScale, string?, string,
    /// ValueTuple{double, double}?)"/>
    public static Figure HeatMap(
        double[,] z, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null,
        ColourScale scale = ColourScale.Sequential, string? format = null, string name = "", (double Low, double High)? range = null)
        => Empty.HeatMap(z, rows, columns, scale, format, name, range);

    /// <summary>A function of two variables as colours.</summary>
    /// <inheritdoc
    /// cref="FigureMarks.HeatMap(Figure, IEnumerable{double}, IEnumerable{double}, double[,], ColourScale, string,
    /// ValueTuple{double, double}?)"/>
    public static Figure HeatMap(
        IEnumerable<double> x, IEnumerable<double> y, double[,] z, ColourScale scale = ColourScale.Sequential, string name = "",
        (double Low, double High)? range = null)
        => Empty.HeatMap(x, y, z, scale, name, range);

    /// <summary>A surface as lines of equal height.</summary>
    /// <inheritdoc
    /// cref="FigureMarks.Contour(Figure, IEnumerable{double}, IEnumerable{double}, double[,], string, int, Hue, IEnumerable{double}?)"/>
    public static Figure Contour(
        IEnumerable<double> x, IEnumerable<double> y, double[,] z, string name = "", int levels = 12, Hue hue = Hue.Auto,
        IEnumerable<double>? heights = null)
        => Empty.Contour(x, y, z, name, levels, hue, heights);

    /// <summary>A surface, given as a function, as lines of equal height.</summary>
    /// <param name="height">The function.</param>
    /// <param name="x">The horizontal range.</param>
    /// <param name="y">The vertical range.</param>
    /// <param name="name">What the legend calls it; empty for no entry.</param>
    /// <param name="levels">How many lines.</param>
    /// <param name="hue">Their colour, by default the next one that is free.</param>
    /// <param name="heights">The heights of the lines, ascending, each written at its line; null to leave them to the levels.</param>
    public static Figure Contour(
        Func<double, double, double> height, (double Low, double High) x, (double Low, double High) y, string name = "", int levels = 12,
        Hue hue = Hue.Auto, IEnumerable<double>? heights = null)
        => Empty.Contour(height, x, y, name, levels, hue, heights);

    /// <summary>Images beside and below each other, such as digits, learned filters, activations.</summary>
    /// <param name="images">The images, each [row, column], row 0 on top; the ends of the colour scale are the same for all.</param>
    /// <param name="captions">What stands below them; null for nothing.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="scale">How numbers become colours; grey as ink on paper by default.</param>
    /// <param name="size">How wide each is drawn, in pixels of a wide page; many in a row become smaller.</param>
    /// <param name="name">What stands before the bar of the colours; null for no bar.</param>
    /// <param name="range">The numbers that the ends of the colour scale stand for; by default the images' own.</param>
    /// <exception cref="ArgumentException">There is no image, or there are not as many captions as images.</exception>
    public static Figure Images(
        IEnumerable<double[,]> images, IEnumerable<string>? captions = null, int columns = 8, ColourScale scale = ColourScale.Grey,
        double size = 80, string? name = null, (double Low, double High)? range = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var (all, texts) = (images.ToArray(), captions?.ToArray() ?? []);
        if (all.Length == 0 || all.Any(image => image.Length == 0))
            throw new ArgumentException("Found no image, or one without pixels. Expected at least one image of at least one pixel.",
                nameof(images));
        if (captions is not null)
            Lengths.MustAgree("images", all.Length, "captions", texts.Length);
        var grid = new ImageGrid(all, texts, Math.Min(columns, all.Length), scale) { Hue = Hue.Grey };
        if (range is var (low, high))
            grid = grid with { Range = new(low, high) };
        return Images(name is null ? grid : grid with { Name = name, Ends = FigureMarks.Ends(grid.Range) }, size);
    }

    /// <summary>A network as a graph: neurons as circles, connections as lines.</summary>
    /// <param name="layers">How many neurons each layer has, inputs first: [2, 3, 1].</param>
    /// <param name="weights">
    /// Its weights, one matrix [to, from] for each pair of neighbouring layers, as torch's linear layers have them; they set
    /// the width of a connection, and its colour by their sign. Null where only the shape matters.
    /// </param>
    /// <param name="names">What is written into the neurons, layer by layer; null for i₁, i₂ …, l₁, l₂ …, o.</param>
    /// <param name="captions">What stands below the layers; null for nothing.</param>
    /// <param name="namesWeights">
    /// Whether w₁₁, w₁₂ … stand at the connections; by default where no weights are given and there is room.
    /// </param>
    /// <exception cref="ArgumentException">The weights or the names do not fit the layers.</exception>
    public static Figure Network(
        IEnumerable<int> layers, IEnumerable<double[,]>? weights = null, IEnumerable<IReadOnlyList<string>>? names = null,
        IEnumerable<string>? captions = null, bool? namesWeights = null)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var (counts, matrices, texts, below) = (layers.ToArray(), weights?.ToArray(), names?.ToArray(), captions?.ToArray() ?? []);
        NetworkShape.MustFit(counts, matrices, texts, below);
        var plan = new NetworkPlan(counts, matrices, texts);
        var network = new Network(plan, below, namesWeights ?? (matrices is null && plan.Tallest <= 4))
        {
            Hue = Hue.Grey,
            Name = matrices is null ? "" : "positive and negative weights",
        };
        return Empty.Add(network)
            .Sized(Math.Clamp(130 + (150 * (counts.Length - 1)), 220, 620), Math.Clamp(50 + (62 * plan.Tallest), 140, 420));
    }

    /// <summary>
    /// A graph: a computation with a number on each node, an unrolled network, a gate, a tree.
    /// <code>
    /// Figure.Graph(
    ///     [new("x", 0, 0) { Value = "3" }, new("b", 0, 1) { Value = "2" }, new("b·x", 1, 0.5) { Value = "6", Slope = "1" }],
    ///     [new("x", "b·x", "2"), new("b", "b·x", "3")])
    /// </code>
    /// </summary>
    /// <param name="nodes">The nodes, each with a name of its own, a column and a row.</param>
    /// <param name="edges">The arrows between them; null for none.</param>
    /// <returns>The figure, as large as its texts need it; <see cref="Sized"/> spreads the nodes or moves them together.</returns>
    /// <exception cref="ArgumentException">There is no node, two have one name, or an edge names a node that there is not.</exception>
    public static Figure Graph(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge>? edges = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var (all, between) = (nodes.ToArray(), edges?.ToArray() ?? []);
        GraphShape.MustFit(all, between);
        var (width, height) = new GraphPlan(all, between, null).Size;
        return Empty.Add(new Graph(all, between) { Hue = Hue.Grey })
            .Sized(Math.Clamp(Math.Ceiling(width) + 8, 160, 900), Math.Clamp(Math.Ceiling(height) + 34, 100, 900));
    }
}
