using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>x + W relu(x) + b: a layer that adds to its input instead of replacing it (He et al., 2016).</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly Linear change;

    /// <summary>Draws the weights from torch's default generator.</summary>
    /// <param name="width">Numbers in and out.</param>
    public ResidualBlock(int width)
        : base(nameof(ResidualBlock))
    {
        change = nn.Linear(width, width);
        RegisterComponents();
    }

    /// <summary>Adds the layer's output to its input.</summary>
    /// <returns>The same shape.</returns>
    public override Tensor forward(Tensor input) => input + change.forward(nn.functional.relu(input));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            change.Dispose();
        base.Dispose(disposing);
    }
}
