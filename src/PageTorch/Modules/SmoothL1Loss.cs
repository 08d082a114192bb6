using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The absolute error; below β a parabola.</summary>
public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
{
    internal SmoothL1Loss(nn.Reduction reduction, double beta)
        : base(nameof(SmoothL1Loss), reduction) => this.beta = beta;

    public double beta { get; }

    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.smooth_l1_loss(input1, input2, reduction, beta);
}
