using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The squared error.</summary>
public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
{
    internal MSELoss(nn.Reduction reduction)
        : base(nameof(MSELoss), reduction)
    {
    }

    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.mse_loss(input1, input2, reduction);
}
