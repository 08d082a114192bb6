namespace NeuralNets.Charts;

/// <summary>Check that the parts of a network's drawing fit together.</summary>
internal static class NetworkShape
{
    /// <exception cref="ArgumentException">The weights, names or captions do not fit the layers.</exception>
    public static void MustFit(int[] layers, double[][,]? weights, IReadOnlyList<string>[]? names, string[] captions)
    {
        if (layers.Length < 2 || layers.Any(count => count < 1))
        {
            throw new ArgumentException(
                $"Found layers [{string.Join(", ", layers)}]. Expected at least two, each with at least one neuron.");
        }

        if (captions.Length > 0)
            Lengths.MustAgree("layers", layers.Length, "captions", captions.Length);
        if (names is not null)
        {
            Lengths.MustAgree("layers", layers.Length, "rows of names", names.Length);
            for (var i = 0; i < layers.Length; i++)
                Lengths.MustAgree(FormattableString.Invariant($"neurons in layer {i + 1}"), layers[i], "names", names[i].Count);
        }

        if (weights is null)
            return;
        Lengths.MustAgree("gaps between layers", layers.Length - 1, "matrices of weights", weights.Length);
        for (var i = 0; i < weights.Length; i++)
        {
            var (rows, columns) = (weights[i].GetLength(0), weights[i].GetLength(1));
            if (rows != layers[i + 1] || columns != layers[i])
            {
                throw new ArgumentException(
                    $"Found weights {rows} × {columns} between layers {i + 1} and {i + 2}. "
                    + $"Expected {layers[i + 1]} × {layers[i]}: a row for each neuron they lead to.");
            }
        }
    }
}
