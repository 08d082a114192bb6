using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Exponentials as shares of their sum.</summary>
public sealed class Softmax : nn.Module<Tensor, Tensor>
{
    internal Softmax(long dim)
        : base(nameof(Softmax)) =>
        this.dim = dim;

    public long dim { get; }

    public override Tensor forward(Tensor input) => input.softmax(dim);
}
