using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The negative logarithm of the probability of the right class.</summary>
public sealed class NLLLoss : Loss<Tensor, Tensor, Tensor>
{
    internal NLLLoss(nn.Reduction reduction)
        : base(nameof(NLLLoss), reduction)
    {
    }

    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.nll_loss(input1, input2, reduction);
}
