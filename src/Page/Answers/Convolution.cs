namespace NeuralNets.Page.Answers;

/// <summary>A filter that slides over a picture, as in notebook 07.</summary>
internal static class Convolution
{
    /// <summary>The feature map: at each place the sum of weight times pixel, and the bias.</summary>
    /// <param name="picture">The pixels, row by row.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="filter">The weights of a square window, row by row.</param>
    /// <param name="bias">The bias.</param>
    /// <returns>The map, row by row; in each direction a window's side less one smaller than the picture.</returns>
    /// <exception cref="ArgumentException">The picture or the filter is not whole, or the filter is larger.</exception>
    public static double[] Map(double[] picture, int width, double[] filter, double bias)
    {
        var side = (int)Math.Sqrt(filter.Length);
        if (width < 1 || picture.Length % width != 0)
            throw new ArgumentException($"Found {picture.Length} pixels. Expected whole rows of {width}.");
        if (side < 1 || side * side != filter.Length || side > width || side > picture.Length / width)
            throw new ArgumentException($"Found a filter of {filter.Length} weights. Expected a square that fits into the picture.");
        var (rows, columns) = ((picture.Length / width) - side + 1, width - side + 1);
        var map = new double[rows * columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                ref var sum = ref map[(r * columns) + c];
                sum = bias;
                for (var i = 0; i < side; i++)
                    for (var j = 0; j < side; j++)
                        sum += filter[(i * side) + j] * picture[((r + i) * width) + c + j];
            }
        }

        return map;
    }
}
