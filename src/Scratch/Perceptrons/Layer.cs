namespace NeuralNets.Scratch.Perceptrons;

/// <summary>A fully connected layer: each unit sums all inputs, weighted, adds its bias and bends the sum.</summary>
/// <param name="Inputs">Number of inputs, at least 1.</param>
/// <param name="Units">Number of units, at least 1.</param>
/// <param name="Activation">What bends the sums.</param>
public sealed record Layer(int Inputs, int Units, Activation Activation)
{
    /// <summary>Number of weights and biases.</summary>
    public int ParameterCount => (Inputs + 1) * Units;
}
