using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>Fully connected networks of equal hidden layers.</summary>
public static class Dense
{
    /// <summary>Linear layers with an activation between them; torch draws the weights, so build it within <c>Seeds.Build</c>.</summary>
    /// <param name="inputs">Numbers in one sample.</param>
    /// <param name="width">Units in each hidden layer.</param>
    /// <param name="depth">Hidden layers, at least 1.</param>
    /// <param name="activation">Makes the activation that follows each hidden layer; ReLU if left out.</param>
    /// <returns>From shape (samples, inputs) to shape (samples, 1).</returns>
    public static Sequential Plain(int inputs, int width, int depth, Func<nn.Module<Tensor, Tensor>>? activation = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        activation ??= () => nn.ReLU();
        var hidden = Enumerable.Range(0, depth).SelectMany(layer => new[] { nn.Linear(layer == 0 ? inputs : width, width), activation() });
        return nn.Sequential([.. hidden, nn.Linear(width, 1)]);
    }
}
