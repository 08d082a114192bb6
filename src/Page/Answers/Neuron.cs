using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Page.Answers;

/// <summary>One neuron alone: a network of one layer and one unit.</summary>
internal static class Neuron
{
    /// <summary>What it gives for each input.</summary>
    /// <param name="weights">A weight for each feature.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="activation">What bends the sum.</param>
    /// <param name="inputs">The features, point by point.</param>
    /// <exception cref="ArgumentException">There is no weight, or the last point is not whole.</exception>
    public static double[] Outputs(double[] weights, double bias, Activation activation, double[] inputs)
    {
        if (weights.Length == 0 || inputs.Length % weights.Length != 0)
            throw new ArgumentException(
                $"Found {inputs.Length} numbers for {weights.Length} weights. Expected one for each, point by point.");
        if (inputs.Length == 0)
            return [];
        var neuron = new Perceptron<double>(new Layer(weights.Length, 1, activation));
        weights.CopyTo(neuron.Parameters);
        neuron.Parameters[^1] = bias;
        return neuron.Predict(new Samples<double>(inputs, weights.Length, new double[inputs.Length / weights.Length], 1));
    }
}
