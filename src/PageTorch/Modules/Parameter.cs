using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>Takes the numbers over: the tensor that they come from is disposed of.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(data)
    {
        data.Dispose();
        requires_grad_(requires_grad);
    }
}
