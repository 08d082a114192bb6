using System.Globalization;

namespace NeuralNets.Charts;

/// <content>Coloured images, and the size of images.</content>
public sealed partial class Figure
{
    private const double WidestImages = 880;

    /// <summary>Images in colour, beside and below each other.</summary>
    /// <param name="images">The images, each [channel, row, column] with red, green and blue between 0 and 1, row 0 on top.</param>
    /// <param name="captions">What stands below them; null for nothing.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="size">How wide each is drawn, in pixels of a wide page; many in a row become smaller.</param>
    /// <exception cref="ArgumentException">
    /// There is no image, one has not three channels, or there are not as many captions as images.
    /// </exception>
    public static Figure ColourImages(
        IEnumerable<double[,,]> images, IEnumerable<string>? captions = null, int columns = 8, double size = 80)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var (all, texts) = (images.ToArray(), captions?.ToArray() ?? []);
        if (all.Length == 0 || all.Any(image => image.GetLength(0) != 3 || image.Length == 0))
            throw new ArgumentException(
                "Found no image, or one without three channels. Expected images [3, rows, columns].", nameof(images));
        if (captions is not null)
            Lengths.MustAgree("images", all.Length, "captions", texts.Length);
        List<string> colours = [];
        var numbers = all.Select(image => ColoursOf(image, colours)).ToArray();
        var ramp = ColourRamp.Of(colours);
        var grid = new ImageGrid(numbers, texts, Math.Min(columns, all.Length), ColourScale.Grey) { Hue = Hue.Grey };
        return Images(grid with { Colours = ramp, Range = new(0, ramp.Anchors.Count - 1) }, size);
    }

    private static Figure Images(ImageGrid grid, double size)
    {
        var width = Math.Clamp((grid.Columns * size * (1 + ImageGrid.Gap)) + 8, 160, WidestImages);
        var head = grid.Ends is null ? 30 : 50;
        return Empty.Add(grid).Sized(width, Math.Max(100, (grid.Shape * (width - 8)) + head));
    }

    /// <summary>The number of each pixel's colour in a list, which grows by colours that it did not have.</summary>
    private static double[,] ColoursOf(double[,,] image, List<string> colours)
    {
        var numbers = new double[image.GetLength(1), image.GetLength(2)];
        for (var row = 0; row < numbers.GetLength(0); row++)
        {
            for (var column = 0; column < numbers.GetLength(1); column++)
            {
                var colour = "#" + string.Concat(Enumerable.Range(0, 3).Select(channel => Channel(image[channel, row, column])));
                if (!colours.Contains(colour))
                    colours.Add(colour);
                numbers[row, column] = colours.IndexOf(colour);
            }
        }

        return numbers;
    }

    /// <summary>In capitals: the page's white, in small letters, is replaced on a dark page.</summary>
    private static string Channel(double part) =>
        ((int)Math.Round(255 * Math.Clamp(part, 0, 1))).ToString("X2", CultureInfo.InvariantCulture);
}
