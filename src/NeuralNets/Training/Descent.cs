using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Optimizers that several runs may use side by side, such as those of <see cref="Seeds.Run{T}"/>.</summary>
/// <remarks>
/// They take the steps that <c>optim.SGD</c> and <c>optim.Adam</c> take. Those of TorchSharp 0.107 are right for one run at a
/// time only: the numbers they hand to libtorch may be collected while libtorch still reads them, if another thread makes
/// the collector run just then.
/// </remarks>
public static class Descent
{
    /// <summary>Gradient descent: w ← w − lr · gradient.</summary>
    /// <param name="net">The network whose weights are changed.</param>
    /// <param name="lr">The learning rate.</param>
    public static optim.Optimizer Sgd(nn.Module net, double lr) => new ConcurrentSgd(Parameters(net), lr);

    /// <summary>Adam (Kingma &amp; Ba, 2015), with β₁ = 0.9, β₂ = 0.999, ε = 1e-8.</summary>
    /// <param name="net">The network whose weights are changed.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="decay">
    /// Weight decay λ: the loss is minimised together with λ/2 times the sum of all squared weights.
    /// </param>
    public static optim.Optimizer Adam(nn.Module net, double lr, double decay = 0) => new ConcurrentAdam(Parameters(net), lr, decay);

    private static Tensor[] Parameters(nn.Module net)
    {
        ArgumentNullException.ThrowIfNull(net);
        return [.. net.parameters()];
    }
}
