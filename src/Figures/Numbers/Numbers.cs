using System.Numerics;

namespace NeuralNets.Charts;

/// <summary>Numbers of any type as what is drawn.</summary>
internal static class Numbers
{
    public static double[] From<T>(IEnumerable<T> numbers)
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers as IEnumerable<double> is { } doubles
            ? doubles.ToArray()
            : numbers.Select(double.CreateChecked).ToArray();
    }
}
