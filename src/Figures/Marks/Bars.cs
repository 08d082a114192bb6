using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>Bars from zero at the positions 0, 1, …, beside those of the panel's other bars, with error bars if they are known.</summary>
internal sealed record Bars(double[] Heights, double[]? Errors) : Mark
{
    /// <summary>The place among the panel's groups, and their number; set when it joins the panel.</summary>
    public (int Index, int Count) Group { get; init; } = (0, 1);

    private double Width => 0.76 / Group.Count;

    public override Extent ExtentX(bool log) => new(-0.5, Heights.Length - 0.5);

    public override Extent ExtentY(bool log)
        => Visible(Heights.Select((h, i) => h + Error(i)), log).With(Visible(Heights.Select((h, i) => h - Error(i)), log))
            .With(log ? Extent.None : new Extent(0, 0));

    public override bool StandsOnZero => true;

    public override string Describe() => $"{Count(Heights.Length, "bar")}{Called}";

    public override void Draw(PlotArea area)
    {
        var (bars, errors) = (new PathData(), new PathData());
        var floor = Math.Clamp(area.Y(0), 0, area.Height);
        if (!double.IsFinite(floor))
            floor = area.Height;
        for (var i = 0; i < Heights.Length; i++)
        {
            var (left, right, top) = (area.X(Center(i) - (Width / 2)), area.X(Center(i) + (Width / 2)), area.Y(Heights[i]));
            if (!double.IsFinite(top))
                continue;
            bars.Outline((left, floor), (left, top), (right, top), (right, floor));
            if (Error(i) > 0)
                DrawError(errors, area, i);
        }

        Pen.Fill(area.Svg, Hue, bars.ToString(), "fill-opacity=\".85\"");
        if (errors.ToString() is { Length: > 0 } whiskers)
            area.Svg.Raw("<path class=\"k\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.4\" d=\"").Raw(whiskers).Raw("\"/>");
    }

    public override void DrawKey(SvgWriter svg, double x, double y)
        => Pen.Fill(svg, Hue, $"M{SvgWriter.Number(x + 5)} {SvgWriter.Number(y - 5)}h11v10h-11Z", "fill-opacity=\".85\"");

    public override IEnumerable<Trace2D> Traces(TraceScale scale)
    {
        var trace = scale.Trace("bar", Name)
            .With("x", scale.X([.. Heights.Select((_, i) => Center(i))])).With("y", scale.Y(Heights)).With("width", Width)
            .With("marker", new Plotly.NET.TraceObjects.Marker().With("color", Pen.Light(Hue)).With("opacity", 0.85));
        if (Errors is not null)
        {
            trace.With("error_y", new Plotly.NET.TraceObjects.Error().With("type", "data").With("array", scale.Y(Errors))
                .With("color", Palette.Text.Light).With("thickness", 1.4).With("width", 4));
        }

        yield return trace;
    }

    private void DrawError(PathData path, PlotArea area, int i)
    {
        var (x, high, low) = (area.X(Center(i)), area.Y(Heights[i] + Error(i)), area.Y(Heights[i] - Error(i)));
        path.LineTo(x - 4, high);
        path.LineTo(x + 4, high);
        path.Break();
        path.LineTo(x, high);
        path.LineTo(x, double.IsFinite(low) ? low : area.Height);
        path.Break();
        path.LineTo(x - 4, low);
        path.LineTo(x + 4, low);
        path.Break();
    }

    private double Error(int i) => Errors is { } errors && double.IsFinite(errors[i]) ? Math.Abs(errors[i]) : 0;

    private double Center(int i) => i + ((Group.Index - ((Group.Count - 1) / 2.0)) * Width);
}
