using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The divergence of Kullback and Leibler, of logarithms of probabilities.</summary>
public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
{
    internal KLDivLoss(bool log_target, nn.Reduction reduction)
        : base(nameof(KLDivLoss), reduction) => this.log_target = log_target;

    public bool log_target { get; }

    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.kl_div(input1, input2, log_target, reduction);
}
