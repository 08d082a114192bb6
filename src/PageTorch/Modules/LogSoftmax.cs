using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Logarithms of the shares of exponentials.</summary>
public sealed class LogSoftmax : nn.Module<Tensor, Tensor>
{
    internal LogSoftmax(long dim)
        : base(nameof(LogSoftmax)) =>
        this.dim = dim;

    public long dim { get; }

    public override Tensor forward(Tensor input) => input.log_softmax(dim);
}
