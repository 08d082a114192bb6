using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of C#, as tensors take it.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(double value, ScalarType type) => (Value, Type) = (value, type);

    public ScalarType Type { get; }

    internal double Value { get; }

    public static implicit operator Scalar(int value) => new(value, ScalarType.Int64);

    public static implicit operator Scalar(long value) => new(value, ScalarType.Int64);

    public static implicit operator Scalar(float value) => new(value, ScalarType.Float32);

    public static implicit operator Scalar(double value) => new(value, ScalarType.Float64);

    public static implicit operator Scalar(bool value) => new(value ? 1 : 0, ScalarType.Bool);

    /// <summary>Nothing to free: there is no native number behind it.</summary>
    public void Dispose()
    {
    }
}
