using System.Collections;
using MathNet.Numerics.LinearAlgebra;
using TorchSharp;

namespace NeuralNets.Data;

/// <summary>
/// Numbers to draw, taken from wherever a cell has them: an array, a MathNet vector or a TorchSharp tensor of any shape
/// and type (flattened in row order, detached, copied to the processor).
/// </summary>
public sealed class Values : IReadOnlyList<double>
{
    private readonly double[] numbers;

    private Values(double[] numbers) => this.numbers = numbers;

    /// <inheritdoc/>
    public int Count => numbers.Length;

    /// <inheritdoc/>
    public double this[int index] => numbers[index];

    /// <summary>The numbers of an array; the array is copied.</summary>
    public static implicit operator Values(double[] numbers) => FromDoubleArray(numbers);

    /// <summary>The numbers of a MathNet vector.</summary>
    public static implicit operator Values(Vector<double> vector) => FromVector(vector);

    /// <summary>The numbers of a tensor.</summary>
    public static implicit operator Values(torch.Tensor tensor) => FromTensor(tensor);

    /// <summary>The numbers of an array; the array is copied.</summary>
    public static Values FromDoubleArray(params double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new([.. numbers]);
    }

    /// <summary>The numbers of a MathNet vector.</summary>
    public static Values FromVector(Vector<double> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return new(vector.ToArray());
    }

    /// <summary>The numbers of a tensor, in row order.</summary>
    public static Values FromTensor(torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = torch.NewDisposeScope();
        return new([.. tensor.detach().cpu().to(torch.ScalarType.Float64).contiguous().data<double>()]);
    }

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)numbers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
