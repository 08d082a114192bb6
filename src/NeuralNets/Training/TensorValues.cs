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
    public static double MeanSquaredError(this torch.Tensor prediction, IReadOnlyList<double> target)
    {
        if (!prediction.IsPlain())
            return MeanSquare(prediction.ToDoubles(), target);

        RequireSameCount(prediction.NumberOfElements, target.Count);
        var values = prediction.Singles();
        var (sum, known) = (0.0, AsArray(target));
        for (var i = 0; i < values.Length; i++)
            sum += (values[i] - known[i]) * (values[i] - known[i]);
        return sum / values.Length;
    }

    /// <summary>The mean squared error against known values.</summary>
    public static double MeanSquare(ReadOnlySpan<double> prediction, IReadOnlyList<double> target)
    {
        RequireSameCount(prediction.Length, target.Count);
        var (sum, known) = (0.0, AsArray(target));
        for (var i = 0; i < prediction.Length; i++)
            sum += (prediction[i] - known[i]) * (prediction[i] - known[i]);
        return sum / prediction.Length;
    }

    /// <summary>An array's numbers are read without a call for each.</summary>
    private static double[] AsArray(IReadOnlyList<double> values) => values as double[] ?? [.. values];

    private static void RequireSameCount(long predictions, int targets)
    {
        if (predictions != targets)
            throw new ArgumentException(
                $"The prediction has {predictions} numbers and yTrue has {targets}; they must be equally many.", nameof(targets));
    }

    private static bool IsPlain(this torch.Tensor tensor) =>
        tensor.dtype == torch.ScalarType.Float32 && tensor.device_type == DeviceType.CPU && tensor.is_contiguous();

    private static ReadOnlySpan<float> Singles(this torch.Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
