using System.Text;

namespace NeuralNets.Charts;

/// <summary>A matrix as coloured cells, few bytes each: cells of one shade share a path, neighbours in a row share a stroke.</summary>
internal static class Cells
{
    private const int Shades = 32;
    private const int BarSteps = 16;

    /// <summary>The colours from one end to the other, as a bar whose middle line is at y.</summary>
    public static void DrawBar(SvgWriter svg, ColourRamp ramp, double x, double y, double width)
    {
        var step = width / BarSteps;
        svg.Raw("<g stroke-width=\"10\">");
        for (var i = 0; i < BarSteps; i++)
            svg.Raw($"<path {ramp.Stroke(i / (BarSteps - 1.0))} d=\"M{x + (i * step)} {y}h{step + (i < BarSteps - 1 ? 0.5 : 0)}\"/>");
        svg.Raw($"</g><path class=\"q\" fill=\"none\" stroke=\"#767c84\" stroke-width=\".7\" d=\"M{x} {y - 5}h{width}v10h{-width}Z\"/>");
    }

    /// <summary>Draws a matrix, row 0 on top, into a rectangle; cells that are not numbers stay empty.</summary>
    public static void Draw(
        SvgWriter svg, double[,] z, Extent range, ColourRamp ramp, (double X, double Y, double Width, double Height) into)
    {
        var shades = ramp.Exact ? ramp.Anchors.Count : Shades;
        var paths = new StringBuilder?[shades];
        var (rows, columns) = (z.GetLength(0), z.GetLength(1));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns;)
            {
                var shade = ShadeOf(z[row, column], range, shades);
                var start = column;
                while (++column < columns && ShadeOf(z[row, column], range, shades) == shade)
                {
                }

                if (shade >= 0)
                    (paths[shade] ??= new()).Append('M').Append(start).Append(' ').Append(row).Append('h').Append(column - start);
            }
        }

        var (across, down) = (into.Width / columns, into.Height / rows);
        var place = FormattableString.Invariant(
            $"translate({into.X:0.##},{into.Y + (down / 2):0.##}) scale({across:0.####},{down:0.####})");
        svg.Raw("<g fill=\"none\" stroke-width=\"1.03\" shape-rendering=\"crispEdges\" transform=\"").Raw(place).Raw("\">");
        for (var shade = 0; shade < shades; shade++)
        {
            if (paths[shade] is { } path)
                svg.Raw($"<path {ramp.Stroke(shade / (shades - 1.0))} d=\"").Raw(path.ToString()).Raw("\"/>");
        }

        svg.Raw("</g>");
    }

    /// <summary>The place of a number in a range, from 0 to 1; the middle where the range is a point.</summary>
    public static double Fraction(double value, Extent range) =>
        range.Length > 0 ? Math.Clamp((value - range.Low) / range.Length, 0, 1) : 0.5;

    private static int ShadeOf(double value, Extent range, int shades) =>
        double.IsNaN(value) ? -1 : (int)Math.Round(Fraction(value, range) * (shades - 1));
}
