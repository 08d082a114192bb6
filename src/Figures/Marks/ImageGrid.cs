using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>
/// Images beside and below each other, each with a caption; the ends of the colour scale are the same for all. Coloured images hold
/// the numbers of their colours.
/// </summary>
internal sealed record ImageGrid(IReadOnlyList<double[,]> Images, IReadOnlyList<string> Captions, int Columns, ColourScale Scale) : Mark
{
    /// <summary>The space between two images, as part of an image.</summary>
    public const double Gap = 0.14;

    /// <summary>The colours of coloured images, in the order of their numbers; null for images of amounts.</summary>
    public ColourRamp? Colours { get; init; }

    public override bool Fills => true;

    public override bool NeedsAxes => false;

    /// <summary>The numbers that the two ends of the colour scale stand for; the images' own unless set.</summary>
    public Extent Range { get; init; } = Images.Aggregate(Extent.None, (all, image) => all.With(HeatMap.RangeOf(image, Scale)));

    private ColourRamp Ramp => Colours ?? ColourRamp.Of(Scale);

    private int Rows => Math.Max(1, (Images.Count + Columns - 1) / Columns);

    private double Below => Captions.Count > 0 ? 0.48 : Gap;

    /// <summary>Height over width of the whole, so that a square image stays square.</summary>
    public double Shape => Rows * (1 + Below) / (Columns * (1 + Gap));

    public override Extent ExtentX(bool log) => new(0, Columns * (1 + Gap));

    public override Extent ExtentY(bool log) => new(0, Rows * (1 + Below));

    public override string Describe() => $"{Count(Images.Count, "image")}{Called}";

    public override void Draw(PlotArea area)
    {
        var (range, ramp) = (Range, Ramp);
        foreach (var (i, image) in Images.Index())
        {
            var (left, bottom) = Place(i);
            var (x, y, width) = (area.X(left), area.Y(bottom + 1), area.X(left + 1) - area.X(left));
            var height = area.Y(bottom) - y;
            Cells.Draw(area.Svg, image, range, ramp, (x, y, width, height));
            if (i < Captions.Count)
            {
                // A row of ten is as wide as the page: a telephone shows it at half its size.
                var size = Math.Min(TextSize.Title, width / 3);
                area.Svg.Text(x + (width / 2), y + height + size + 1, TextWidth.Shorten(Captions[i], size, width * (1 + Gap)),
                    $"class=\"t\" fill=\"currentColor\" font-size=\"{size}\" text-anchor=\"middle\"");
            }
        }
    }

    public override void DrawKey(SvgWriter svg, double x, double y) => DrawBar(svg, x, y, KeyWidth);

    public override void DrawBar(SvgWriter svg, double x, double y, double width) => Cells.DrawBar(svg, Ramp, x, y, width);

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var (range, steps) = (Range, Ramp.Steps());
        foreach (var (i, image) in Images.Index())
        {
            var (left, bottom) = Place(i);
            var (rows, columns) = (image.GetLength(0), image.GetLength(1));
            yield return scale.Trace("heatmap", "").With("showscale", false)
                .With(Colours is null ? "hovertemplate" : "hoverinfo", Colours is null ? "%{z}<extra></extra>" : "skip")
                .With("x0", left + (0.5 / columns)).With("dx", 1.0 / columns)
                .With("y0", bottom + 1 - (0.5 / rows)).With("dy", -1.0 / rows)
                .With("z", new RoundedMatrix(image)).With("zmin", range.Low).With("zmax", range.High)
                .With("colorscale", steps);
        }

        if (Captions.Count > 0)
        {
            yield return scale.Trace("scatter", "").With("mode", "text").With("hoverinfo", "skip").With("text", Captions)
                .With("x", scale.X([.. Captions.Select((_, i) => Place(i).Left + 0.5)]))
                .With("y", scale.Y([.. Captions.Select((_, i) => Place(i).Bottom - 0.02)]))
                .With("textposition", "bottom center").With("textfont", new Font().With("color", Palette.Text.Light));
        }
    }

    private (double Left, double Bottom) Place(int i)
        => ((i % Columns * (1 + Gap)) + (Gap / 2), ((Rows - 1 - (i / Columns)) * (1 + Below)) + Below - (Gap / 2));
}
