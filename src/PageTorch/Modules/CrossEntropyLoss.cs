using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The negative logarithm of the probability of the right class, of scores.</summary>
public sealed class CrossEntropyLoss : Loss<Tensor, Tensor, Tensor>
{
    internal CrossEntropyLoss(nn.Reduction reduction)
        : base(nameof(CrossEntropyLoss), reduction)
    {
    }

    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.cross_entropy(input1, input2, reduction);
}
