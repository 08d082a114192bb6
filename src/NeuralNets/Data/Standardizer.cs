using static TorchSharp.torch;

namespace NeuralNets.Data;

/// <summary>
/// Brings every column to mean 0 and standard deviation 1, by the figures of the samples it was fitted to:
/// fit it to the training part alone, apply it to both.
/// </summary>
/// <param name="Mean">Mean of each column, shape (1, columns).</param>
/// <param name="Deviation">Standard deviation of each column (divided by n), shape (1, columns); 1 where a column never varies.</param>
public sealed record Standardizer(Tensor Mean, Tensor Deviation)
{
    /// <summary>Takes mean and standard deviation of each column.</summary>
    /// <param name="samples">Shape (samples, columns): the training part, never the part it will be judged by.</param>
    public static Standardizer Fit(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.dim() != 2)
            throw new ArgumentException($"Found {samples.dim()} dimension(s), expected two: (samples, columns).", nameof(samples));
        var mean = samples.mean([0], keepdim: true);
        var deviation = (samples - mean).square().mean([0], keepdim: true).sqrt();
        return new Standardizer(mean, where(deviation == 0, ones_like(deviation), deviation));
    }

    /// <summary>(x − mean) / deviation, column by column.</summary>
    /// <param name="samples">Shape (samples, columns).</param>
    public Tensor Transform(Tensor samples) => (samples - Mean) / Deviation;

    /// <summary>Back to the raw units: x · deviation + mean.</summary>
    /// <param name="standardized">Shape (samples, columns).</param>
    public Tensor Inverse(Tensor standardized) => standardized * Deviation + Mean;
}
