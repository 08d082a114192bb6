using TorchSharp;

namespace NeuralNets.Data;

/// <summary>A tensor's numbers, in single or double precision.</summary>
internal static class TensorNumbers
{
    /// <summary>Every number of a tensor, row by row, in the precision of <typeparamref name="T"/>.</summary>
    public static T[] Numbers<T>(this torch.Tensor tensor)
        where T : unmanaged
    {
        using var scope = torch.NewDisposeScope();
        return tensor.detach().to(TypeOf<T>(), torch.CPU).contiguous().data<T>().ToArray();
    }

    /// <summary>torch's name for single or double precision.</summary>
    public static torch.ScalarType TypeOf<T>() => typeof(T) == typeof(float) ? torch.ScalarType.Float32 : torch.ScalarType.Float64;
}
