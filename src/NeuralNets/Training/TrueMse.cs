using TorchSharp;

namespace NeuralNets.Training;

/// <summary>The error against the noise-free curve: what a fit is worth, where the curve is known.</summary>
public static class TrueMse
{
    /// <summary>The mean squared difference, in double precision.</summary>
    /// <param name="yHat">The prediction, shape [n, 1] or [n].</param>
    /// <param name="yTrue">The curve at the same points, length n.</param>
    /// <returns>The mean of (ŷ − y_true)², in squared units of y.</returns>
    /// <exception cref="ArgumentException">There are more numbers in one than in the other.</exception>
    public static double Of(torch.Tensor yHat, IReadOnlyList<double> yTrue)
    {
        ArgumentNullException.ThrowIfNull(yHat);
        ArgumentNullException.ThrowIfNull(yTrue);
        return yHat.MeanSquaredError(yTrue);
    }
}
