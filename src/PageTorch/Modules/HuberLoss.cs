using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Half the squared error; beyond δ a line.</summary>
public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
{
    internal HuberLoss(double delta, nn.Reduction reduction)
        : base(nameof(HuberLoss), reduction) => this.delta = delta;

    public double delta { get; }

    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.huber_loss(input1, input2, delta, reduction);
}
