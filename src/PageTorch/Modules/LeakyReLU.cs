using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x, and a small part of it where it is negative.</summary>
public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
{
    internal LeakyReLU(double negative_slope)
        : base(nameof(LeakyReLU)) =>
        this.negative_slope = negative_slope;

    public double negative_slope { get; }

    public bool inplace => false;

    public override Tensor forward(Tensor input) => input.leaky_relu(negative_slope);
}
