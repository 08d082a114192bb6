using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of prediction and target.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    protected Loss(string name, nn.Reduction reduction)
        : base(name) => this.reduction = reduction;

    public nn.Reduction reduction { get; }
}
