using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;

namespace NeuralNets.Training;

/// <summary>A tensor's numbers, read where they lie, without a tensor more.</summary>
internal static class TensorValues
{
    /// <summary>Every number of a tensor, row by row, in double precision.</summary>
    public static double[] ToDoubles(this torch.Tensor tensor)
    {
        if (tensor.IsPlain())
            return Array.ConvertAll(tensor.Singles().ToArray(), value => (double)value);

        using var plain = tensor.detach().to(torch.ScalarType.Float64, torch.CPU).contiguous();
        return plain.data<double>().ToArray();
    }

    /// <summary>The one number of a tensor, in double precision.</summary>
    public static double ToDouble(this torch.Tensor tensor) =>
        tensor.dtype == torch.ScalarType.Float32 ? tensor.item<float>() : tensor.to(torch.ScalarType.Float64).item<double>();

    /// <summary>The mean squared error against known values, summed in double precision.</summary>
    public static double MeanSquaredError(this torch.Tensor prediction, IReadOnlyList<double> target) => prediction.IsPlain()
        ? MeanSquare(prediction.Singles(), AsArray(target))
        : MeanSquare<double>(prediction.ToDoubles(), AsArray(target));

    /// <summary>The mean squared error against known values.</summary>
    public static double MeanSquare(double[] prediction, IReadOnlyList<double> target) =>
        MeanSquare<double>(prediction, AsArray(target));

    /// <summary>The mean squared error against known values, summed in double precision.</summary>
    public static double MeanSquare<T>(ReadOnlySpan<T> prediction, double[] target)
        where T : INumber<T>
    {
        if (prediction.Length != target.Length)
            throw new ArgumentException(
                $"The prediction has {prediction.Length} numbers and yTrue has {target.Length}; they must be equally many.",
                nameof(target));
        var sum = 0.0;
        for (var i = 0; i < target.Length; i++)
        {
            var error = double.CreateTruncating(prediction[i]) - target[i];
            sum += error * error;
        }

        return sum / target.Length;
    }

    /// <summary>An array's numbers are read without a call for each.</summary>
    private static double[] AsArray(IReadOnlyList<double> values) => values as double[] ?? [.. values];

    private static bool IsPlain(this torch.Tensor tensor) =>
        tensor.dtype == torch.ScalarType.Float32 && tensor.device_type == DeviceType.CPU && tensor.is_contiguous();

    private static ReadOnlySpan<float> Singles(this torch.Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
