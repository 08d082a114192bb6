using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of a parameter: rows of as many numbers, 0 at first.</summary>
/// <param name="count">The parameter's numbers.</param>
/// <param name="type">Their kind.</param>
internal sealed class Memory(int count, ScalarType type)
{
    private readonly List<double[]> rows = [];

    public int Steps { get; set; }

    public double[] Row(int number)
    {
        while (rows.Count <= number)
            rows.Add(new double[count]);
        return rows[number];
    }

    /// <summary>A number and a multiple of another, rounded once, as libtorch's add_ does it.</summary>
    public double Add(double number, double factor, double other) => type == ScalarType.Float32
        ? MathF.FusedMultiplyAdd((float)factor, (float)other, (float)number)
        : Math.FusedMultiplyAdd(factor, other, number);

    /// <summary>Makes the rows such as the kind can hold.</summary>
    public void Fit()
    {
        foreach (var row in rows)
            Types.Fit(row, type);
    }
}
