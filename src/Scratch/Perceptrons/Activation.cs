namespace NeuralNets.Scratch.Perceptrons;

/// <summary>What a layer's units do with their weighted sums.</summary>
public enum Activation
{
    /// <summary>Nothing.</summary>
    Identity,

    /// <summary>max(z, 0).</summary>
    Relu,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>1 / (1 + exp(−z)).</summary>
    Sigmoid,
}
