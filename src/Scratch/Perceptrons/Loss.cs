namespace NeuralNets.Scratch.Perceptrons;

/// <summary>What is minimised.</summary>
public enum Loss
{
    /// <summary>Mean of the squared errors over samples and outputs.</summary>
    MeanSquaredError,

    /// <summary>Mean of −log of the share that softmax gives to the right class; the target is the number of the class, from 0.</summary>
    CrossEntropy,
}
