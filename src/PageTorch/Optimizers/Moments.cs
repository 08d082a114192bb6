namespace TorchSharp.Modules;

/// <summary>
/// The step of Adam and AdamW: momentum over a running size, both corrected for their start at 0,
/// p ← p − η · m / (1 − β₁ᵗ) / (√(s / (1 − β₂ᵗ)) + ε).
/// </summary>
internal static class Moments
{
    /// <summary>Takes it.</summary>
    /// <param name="betas">What is kept of momentum and size in a step.</param>
    /// <param name="eps">What the divisor is at least.</param>
    /// <param name="decay">The weight decay; and whether it is a step of its own, as AdamW's, or part of the gradient.</param>
    /// <param name="kind">Whether the largest size so far counts, and whether the step goes uphill.</param>
    /// <param name="numbers">The parameter, which is changed.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="memory">What was remembered of it.</param>
    /// <param name="lr">The learning rate.</param>
    public static void Step(
        (double First, double Second) betas, double eps, (double Rate, bool IsApart) decay, (bool KeepsLargest, bool IsUphill) kind,
        double[] numbers, double[] gradient, Memory memory, double lr)
    {
        var (rate, size) = (lr / (1 - Math.Pow(betas.First, memory.Steps)), 1 - Math.Pow(betas.Second, memory.Steps));
        var (means, squares, largest) = (memory.Row(0), memory.Row(1), memory.Row(2));
        var sign = kind.IsUphill ? -1 : 1;
        for (var i = 0; i < numbers.Length; i++)
        {
            var pull = decay.Rate * numbers[i];
            if (decay.IsApart)
                numbers[i] -= lr * pull;
            var g = (sign * gradient[i]) + (decay.IsApart ? 0 : pull);
            means[i] = (betas.First * means[i]) + ((1 - betas.First) * g);
            squares[i] = (betas.Second * squares[i]) + ((1 - betas.Second) * g * g);
            largest[i] = Math.Max(largest[i], squares[i]);
            numbers[i] -= rate * means[i] / (Math.Sqrt((kind.KeepsLargest ? largest[i] : squares[i]) / size) + eps);
        }

        memory.Fit();
    }
}
