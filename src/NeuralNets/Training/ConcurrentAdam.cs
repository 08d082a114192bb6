using TorchSharp;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Adam, algorithm 1 of Kingma &amp; Ba (2015).</summary>
internal sealed class ConcurrentAdam(Tensor[] weights, double lr, double decay) : ConcurrentOptimizer(weights, lr)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;

    // Made once: making a number for libtorch costs about as much as an operation on a layer of a few weights.
    private static readonly Scalar Keep1 = Beta1;
    private static readonly Scalar Keep2 = Beta2;
    private static readonly Scalar New1 = 1 - Beta1;
    private static readonly Scalar New2 = 1 - Beta2;
    private static readonly Scalar Epsilon = 1e-8;
    private static readonly Scalar One = 1;

    private readonly Tensor[] mean = Array.ConvertAll(weights, p => zeros_like(p));
    private readonly Tensor[] square = Array.ConvertAll(weights, p => zeros_like(p));
    private readonly int[] steps = new int[weights.Length];

    protected override void Move(int number, Tensor parameter, Tensor gradient)
    {
        var step = ++steps[number];
        using Scalar correction = 1 / Math.Sqrt(1 - Math.Pow(Beta2, step)), stride = -LearningRate / (1 - Math.Pow(Beta1, step));
        using Scalar penalty = decay;
        var slope = decay == 0 ? gradient : gradient.add(parameter, penalty);
        mean[number].mul_(Keep1).add_(slope, New1);
        square[number].mul_(Keep2).addcmul_(slope, slope, New2);
        parameter.addcdiv_(mean[number], square[number].sqrt().mul_(correction).add_(Epsilon, One), stride);
    }
}
